using Portal.Benchmarks;

// dotnet run -c Release --project tests/Portal.Benchmarks -- [--students 20000] [--database Sqlite|MariaDb] [--mysql "Server=…;Uid=…;Pwd=…"] [--seconds 10] [--applications 100000] [--records 200000] [list export batch import start transfer apply records]
var options = BenchmarkOptions.Parse(args);
Console.WriteLine($"{options.Students} students, {options.Database}, {options.Seconds} s a round, {Environment.ProcessorCount} cores, .NET {Environment.Version}");
Console.WriteLine($"{"work",-34}{"portal",14}{"floor",14}{"ratio",9}   budget");
if (options.Runs("list") || options.Runs("export") || options.Runs("batch") || options.Runs("import"))
{
    await using var portal = await LoadedPortal.StartAsync(options);
    if (options.Runs("list"))
        await ListBenchmark.RunAsync(portal, options);
    if (options.Runs("export"))
        await ExportBenchmark.RunAsync(portal);
    if (options.Runs("batch"))
        await BatchBenchmark.RunAsync(portal);
    if (options.Runs("import"))
        await ImportBenchmark.RunAsync(portal);
}

if (options.Runs("start"))
    await ColdStartBenchmark.RunAsync();

if (options.Runs("transfer"))
    await TransferBenchmark.RunAsync(options);

if (options.Runs("apply"))
    await ApplyBenchmark.RunAsync(options);

if (options.Runs("records"))
    await RecordBenchmark.RunAsync(options);
