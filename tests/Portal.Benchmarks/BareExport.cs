using System.Data.Common;
using Dapper;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using X = DocumentFormat.OpenXml.Spreadsheet;

namespace Portal.Benchmarks;

/// <summary>Two readers side by side, students and their records, and every value straight into the writer.</summary>
internal static class BareExport
{
    private static readonly OpenXmlAttribute[] _inline = [new("t", "", "inlineStr")];

    public static async Task RunAsync(DbDataSource source, long schemeId)
    {
        var path = Path.GetTempFileName();
        try
        {
            await using var students = await source.OpenConnectionAsync();
            await using var records = await source.OpenConnectionAsync();
            await using var student = await students.ExecuteReaderAsync(
                """
                select s.id, s.student_no, s.name, u.name as department_name, s.major, s.class_name, s.student_category, s.education_level,
                       s.hukou_transfer, s.dormitory, s.id_card_masked,
                       (select count(*) from graduationclearance_certificate c where c.student_id = s.id and c.void_mark = 0) as certificates
                from graduationclearance_student s
                left join organisation_unit u on u.id = s.department_id
                where s.scheme_id = @schemeId and s.status = 0
                order by s.student_no
                """,
                new { schemeId });
            await using var record = await records.ExecuteReaderAsync(
                """
                select r.student_id, r.status
                from graduationclearance_student s
                join graduationclearance_step_record r on r.student_id = s.id
                where s.scheme_id = @schemeId and s.status = 0
                order by s.student_no
                """,
                new { schemeId });
            using var document = SpreadsheetDocument.Create(path, SpreadsheetDocumentType.Workbook);
            var workbook = document.AddWorkbookPart();
            var sheet = workbook.AddNewPart<WorksheetPart>();
            using (var xml = OpenXmlWriter.Create(sheet))
                Write(xml, student, record);
            workbook.Workbook = new X.Workbook(new X.Sheets(new X.Sheet { Name = "学生列表", SheetId = 1, Id = workbook.GetIdOfPart(sheet) }));
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static void Write(OpenXmlWriter xml, DbDataReader student, DbDataReader record)
    {
        xml.WriteStartElement(new X.Worksheet());
        xml.WriteStartElement(new X.SheetData());
        var more = record.Read();
        while (student.Read())
        {
            xml.WriteStartElement(new X.Row());
            for (var column = 1; column < 11; column++)
                WriteCell(xml, column == 8 ? (student.GetInt64(column) == 1 ? "是" : "否") : student.GetString(column));
            var id = student.GetInt64(0);
            for (; more && record.GetInt64(0) == id; more = record.Read())
                WriteCell(xml, record.GetInt64(1) switch { 0 => "未办理", 1 => "通过", 2 => "未通过", _ => "—" });
            WriteCell(xml, student.GetInt64(11) > 0 ? "已离校" : "办理中");
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteCell(OpenXmlWriter xml, string text)
    {
        xml.WriteStartElement(new X.Cell(), _inline);
        xml.WriteStartElement(new X.InlineString());
        xml.WriteElement(new X.Text(text));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }
}
