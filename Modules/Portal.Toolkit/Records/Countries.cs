namespace Portal.Toolkit.Records;

/// <summary>Countries and regions by ISO 3166-1 alpha-2, with the names in use in China; 中国香港, 中国澳门 and 中国台湾 are regions of China.</summary>
public static class Countries
{
    /// <summary>All 249, in the order of their codes' English names.</summary>
    public static IReadOnlyList<FieldChoice> All { get; } = FieldChoice.Parse(
        """
        AF=阿富汗;AX=奥兰群岛;AL=阿尔巴尼亚;DZ=阿尔及利亚;AS=美属萨摩亚;AD=安道尔;AO=安哥拉;AI=安圭拉;AQ=南极洲;AG=安提瓜和巴布达;AR=阿根廷;
        AM=亚美尼亚;AW=阿鲁巴;AU=澳大利亚;AT=奥地利;AZ=阿塞拜疆;BS=巴哈马;BH=巴林;BD=孟加拉国;BB=巴巴多斯;BY=白俄罗斯;BE=比利时;BZ=伯利兹;BJ=贝宁;
        BM=百慕大;BT=不丹;BO=玻利维亚;BQ=荷属加勒比区;BA=波斯尼亚和黑塞哥维那;BW=博茨瓦纳;BV=布韦岛;BR=巴西;IO=英属印度洋领地;BN=文莱;BG=保加利亚;
        BF=布基纳法索;BI=布隆迪;CV=佛得角;KH=柬埔寨;CM=喀麦隆;CA=加拿大;KY=开曼群岛;CF=中非;TD=乍得;CL=智利;CN=中国;CX=圣诞岛;CC=科科斯（基林）群岛;
        CO=哥伦比亚;KM=科摩罗;CG=刚果（布）;CD=刚果（金）;CK=库克群岛;CR=哥斯达黎加;CI=科特迪瓦;HR=克罗地亚;CU=古巴;CW=库拉索;CY=塞浦路斯;CZ=捷克;
        DK=丹麦;DJ=吉布提;DM=多米尼克;DO=多米尼加;EC=厄瓜多尔;EG=埃及;SV=萨尔瓦多;GQ=赤道几内亚;ER=厄立特里亚;EE=爱沙尼亚;SZ=斯威士兰;ET=埃塞俄比亚;
        FK=福克兰群岛（马尔维纳斯）;FO=法罗群岛;FJ=斐济;FI=芬兰;FR=法国;GF=法属圭亚那;PF=法属波利尼西亚;TF=法属南部领地;GA=加蓬;GM=冈比亚;GE=格鲁吉亚;
        DE=德国;GH=加纳;GI=直布罗陀;GR=希腊;GL=格陵兰;GD=格林纳达;GP=瓜德罗普;GU=关岛;GT=危地马拉;GG=根西岛;GN=几内亚;GW=几内亚比绍;GY=圭亚那;HT=海地;
        HM=赫德岛和麦克唐纳群岛;VA=梵蒂冈;HN=洪都拉斯;HK=中国香港;HU=匈牙利;IS=冰岛;IN=印度;ID=印度尼西亚;IR=伊朗;IQ=伊拉克;IE=爱尔兰;IM=马恩岛;
        IL=以色列;IT=意大利;JM=牙买加;JP=日本;JE=泽西岛;JO=约旦;KZ=哈萨克斯坦;KE=肯尼亚;KI=基里巴斯;KP=朝鲜;KR=韩国;KW=科威特;KG=吉尔吉斯斯坦;LA=老挝;
        LV=拉脱维亚;LB=黎巴嫩;LS=莱索托;LR=利比里亚;LY=利比亚;LI=列支敦士登;LT=立陶宛;LU=卢森堡;MO=中国澳门;MG=马达加斯加;MW=马拉维;MY=马来西亚;
        MV=马尔代夫;ML=马里;MT=马耳他;MH=马绍尔群岛;MQ=马提尼克;MR=毛里塔尼亚;MU=毛里求斯;YT=马约特;MX=墨西哥;FM=密克罗尼西亚;MD=摩尔多瓦;MC=摩纳哥;
        MN=蒙古;ME=黑山;MS=蒙特塞拉特;MA=摩洛哥;MZ=莫桑比克;MM=缅甸;NA=纳米比亚;NR=瑙鲁;NP=尼泊尔;NL=荷兰;NC=新喀里多尼亚;NZ=新西兰;NI=尼加拉瓜;
        NE=尼日尔;NG=尼日利亚;NU=纽埃;NF=诺福克岛;MK=北马其顿;MP=北马里亚纳;NO=挪威;OM=阿曼;PK=巴基斯坦;PW=帕劳;PS=巴勒斯坦;PA=巴拿马;
        PG=巴布亚新几内亚;PY=巴拉圭;PE=秘鲁;PH=菲律宾;PN=皮特凯恩;PL=波兰;PT=葡萄牙;PR=波多黎各;QA=卡塔尔;RE=留尼汪;RO=罗马尼亚;RU=俄罗斯;RW=卢旺达;
        BL=圣巴泰勒米;SH=圣赫勒拿;KN=圣基茨和尼维斯;LC=圣卢西亚;MF=法属圣马丁;PM=圣皮埃尔和密克隆;VC=圣文森特和格林纳丁斯;WS=萨摩亚;SM=圣马力诺;
        ST=圣多美和普林西比;SA=沙特阿拉伯;SN=塞内加尔;RS=塞尔维亚;SC=塞舌尔;SL=塞拉利昂;SG=新加坡;SX=荷属圣马丁;SK=斯洛伐克;SI=斯洛文尼亚;
        SB=所罗门群岛;SO=索马里;ZA=南非;GS=南乔治亚和南桑威奇群岛;SS=南苏丹;ES=西班牙;LK=斯里兰卡;SD=苏丹;SR=苏里南;SJ=斯瓦尔巴和扬马延;SE=瑞典;
        CH=瑞士;SY=叙利亚;TW=中国台湾;TJ=塔吉克斯坦;TZ=坦桑尼亚;TH=泰国;TL=东帝汶;TG=多哥;TK=托克劳;TO=汤加;TT=特立尼达和多巴哥;TN=突尼斯;TR=土耳其;
        TM=土库曼斯坦;TC=特克斯和凯科斯群岛;TV=图瓦卢;UG=乌干达;UA=乌克兰;AE=阿联酋;GB=英国;US=美国;UM=美国本土外小岛屿;UY=乌拉圭;UZ=乌兹别克斯坦;
        VU=瓦努阿图;VE=委内瑞拉;VN=越南;VG=英属维尔京群岛;VI=美属维尔京群岛;WF=瓦利斯和富图纳;EH=西撒哈拉;YE=也门;ZM=赞比亚;ZW=津巴布韦
        """.ReplaceLineEndings(""));

    // The host runs without the platform's cultures, so their English names are not at hand.
    private static readonly Dictionary<string, string> _english = FieldChoice.Parse(
        """
        AF=Afghanistan;AX=Åland Islands;AL=Albania;DZ=Algeria;AS=American Samoa;AD=Andorra;AO=Angola;AI=Anguilla;AQ=Antarctica;AG=Antigua and Barbuda;AR=Argentina;
        AM=Armenia;AW=Aruba;AU=Australia;AT=Austria;AZ=Azerbaijan;BS=Bahamas;BH=Bahrain;BD=Bangladesh;BB=Barbados;BY=Belarus;BE=Belgium;BZ=Belize;BJ=Benin;
        BM=Bermuda;BT=Bhutan;BO=Bolivia;BQ=Bonaire, Sint Eustatius and Saba;BA=Bosnia and Herzegovina;BW=Botswana;BV=Bouvet Island;BR=Brazil;
        IO=British Indian Ocean Territory;BN=Brunei;BG=Bulgaria;BF=Burkina Faso;BI=Burundi;CV=Cabo Verde;KH=Cambodia;CM=Cameroon;CA=Canada;KY=Cayman Islands;
        CF=Central African Republic;TD=Chad;CL=Chile;CN=China;CX=Christmas Island;CC=Cocos (Keeling) Islands;CO=Colombia;KM=Comoros;CG=Congo;
        CD=Democratic Republic of the Congo;CK=Cook Islands;CR=Costa Rica;CI=Côte d’Ivoire;HR=Croatia;CU=Cuba;CW=Curaçao;CY=Cyprus;CZ=Czechia;DK=Denmark;
        DJ=Djibouti;DM=Dominica;DO=Dominican Republic;EC=Ecuador;EG=Egypt;SV=El Salvador;GQ=Equatorial Guinea;ER=Eritrea;EE=Estonia;SZ=Eswatini;ET=Ethiopia;
        FK=Falkland Islands (Malvinas);FO=Faroe Islands;FJ=Fiji;FI=Finland;FR=France;GF=French Guiana;PF=French Polynesia;TF=French Southern Territories;GA=Gabon;
        GM=Gambia;GE=Georgia;DE=Germany;GH=Ghana;GI=Gibraltar;GR=Greece;GL=Greenland;GD=Grenada;GP=Guadeloupe;GU=Guam;GT=Guatemala;GG=Guernsey;GN=Guinea;
        GW=Guinea-Bissau;GY=Guyana;HT=Haiti;HM=Heard Island and McDonald Islands;VA=Holy See;HN=Honduras;HK=Hong Kong, China;HU=Hungary;IS=Iceland;IN=India;
        ID=Indonesia;IR=Iran;IQ=Iraq;IE=Ireland;IM=Isle of Man;IL=Israel;IT=Italy;JM=Jamaica;JP=Japan;JE=Jersey;JO=Jordan;KZ=Kazakhstan;KE=Kenya;KI=Kiribati;
        KP=Democratic People’s Republic of Korea;KR=Republic of Korea;KW=Kuwait;KG=Kyrgyzstan;LA=Laos;LV=Latvia;LB=Lebanon;LS=Lesotho;LR=Liberia;LY=Libya;
        LI=Liechtenstein;LT=Lithuania;LU=Luxembourg;MO=Macao, China;MG=Madagascar;MW=Malawi;MY=Malaysia;MV=Maldives;ML=Mali;MT=Malta;MH=Marshall Islands;
        MQ=Martinique;MR=Mauritania;MU=Mauritius;YT=Mayotte;MX=Mexico;FM=Micronesia;MD=Moldova;MC=Monaco;MN=Mongolia;ME=Montenegro;MS=Montserrat;MA=Morocco;
        MZ=Mozambique;MM=Myanmar;NA=Namibia;NR=Nauru;NP=Nepal;NL=Netherlands;NC=New Caledonia;NZ=New Zealand;NI=Nicaragua;NE=Niger;NG=Nigeria;NU=Niue;
        NF=Norfolk Island;MK=North Macedonia;MP=Northern Mariana Islands;NO=Norway;OM=Oman;PK=Pakistan;PW=Palau;PS=Palestine;PA=Panama;PG=Papua New Guinea;
        PY=Paraguay;PE=Peru;PH=Philippines;PN=Pitcairn;PL=Poland;PT=Portugal;PR=Puerto Rico;QA=Qatar;RE=Réunion;RO=Romania;RU=Russia;RW=Rwanda;
        BL=Saint Barthélemy;SH=Saint Helena;KN=Saint Kitts and Nevis;LC=Saint Lucia;MF=Saint Martin (French part);PM=Saint Pierre and Miquelon;
        VC=Saint Vincent and the Grenadines;WS=Samoa;SM=San Marino;ST=Sao Tome and Principe;SA=Saudi Arabia;SN=Senegal;RS=Serbia;SC=Seychelles;SL=Sierra Leone;
        SG=Singapore;SX=Sint Maarten (Dutch part);SK=Slovakia;SI=Slovenia;SB=Solomon Islands;SO=Somalia;ZA=South Africa;
        GS=South Georgia and the South Sandwich Islands;SS=South Sudan;ES=Spain;LK=Sri Lanka;SD=Sudan;SR=Suriname;SJ=Svalbard and Jan Mayen;SE=Sweden;
        CH=Switzerland;SY=Syria;TW=Taiwan, China;TJ=Tajikistan;TZ=Tanzania;TH=Thailand;TL=Timor-Leste;TG=Togo;TK=Tokelau;TO=Tonga;TT=Trinidad and Tobago;
        TN=Tunisia;TR=Türkiye;TM=Turkmenistan;TC=Turks and Caicos Islands;TV=Tuvalu;UG=Uganda;UA=Ukraine;AE=United Arab Emirates;GB=United Kingdom;
        US=United States;UM=United States Minor Outlying Islands;UY=Uruguay;UZ=Uzbekistan;VU=Vanuatu;VE=Venezuela;VN=Viet Nam;VG=British Virgin Islands;
        VI=United States Virgin Islands;WF=Wallis and Futuna;EH=Western Sahara;YE=Yemen;ZM=Zambia;ZW=Zimbabwe
        """.ReplaceLineEndings("")).ToDictionary(country => country.Key, country => country.Label, StringComparer.Ordinal);

    private static readonly Dictionary<string, FieldChoice> _byKey = All.ToDictionary(country => country.Key, StringComparer.Ordinal);

    private static readonly Dictionary<string, FieldChoice> _byName = All.ToDictionary(country => country.Label, StringComparer.Ordinal);

    /// <summary>By code or by name; null when there is none.</summary>
    public static FieldChoice? Find(string text) => _byKey.GetValueOrDefault(text.ToUpperInvariant()) ?? _byName.GetValueOrDefault(text);

    /// <summary>The name of a code; the code itself when nobody knows it.</summary>
    public static string NameOf(string code) => _byKey.GetValueOrDefault(code)?.Label ?? code;

    /// <summary>The English short name of a code, for the pages of people from abroad; the code itself when nobody knows it.</summary>
    public static string EnglishNameOf(string code) => _english.GetValueOrDefault(code, code);
}
