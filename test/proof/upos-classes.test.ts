import { expect, test } from "vitest";
import { milk, noise, played, type Table, water, working } from "#test/support/upos-table.ts";

/**
 * UnifiedPOS 1.16, chapter 1 and the classes: output, properties, power, statistics, as in
 * `upos-model.test.ts`; statuses and errors by the numbers of POSPrinter, CashDrawer and Scale.
 */

const output: readonly Table[] = [
  [
    "asynchronous output is numbered from 1, and completed in order",
    "printer",
    [
      ...[...working, "takeAll = status 2001", "show outputId = 0", "print a = 0", "print b = 0"],
      ...["show outputId = 2", "state = 3", "check idle = 113", "@ wait 20000", "state = 2"],
      "takeAll = complete 1, complete 2",
    ],
  ],
  [
    "synchronous output needs an idle device, has no id and no events, and answers its caller",
    "printer",
    [
      ...[...working, "takeAll = status 2001", "print a = 0", "async 0 = 0", "print b = 113"],
      ...["@ wait 20000", "takeAll = complete 1", "print c = 0", "state = 3", "print d = 113"],
      ...["result c = none yet", "@ wait 20000", "result c = 0", "state = 2", "takeAll = nothing"],
      ...["@ paper out", "print e = 0", "@ wait 3000", "result e = 114 203", "state = 2"],
      ...["takeAll = status 24", "show outputId = 1"],
    ],
  ],
  [
    "FlagWhenIdle tells once, behind the last output, and is false then",
    "printer",
    [
      ...[...working, "takeAll = status 2001", "print a = 0", "flag 1 = 0", "print b = 0"],
      ...["takeAll = nothing", "@ wait 20000", "show flagWhenIdle = true"],
      ...["takeAll = complete 1, complete 2, status 1001", "show flagWhenIdle = false"],
      ...["print c = 0", "@ wait 20000", "takeAll = complete 3"],
    ],
  ],
  [
    "FlagWhenIdle of an idle printer tells at once; so does clearing what is under way",
    "printer",
    [
      ...[...working, "takeAll = status 2001", "flag 1 = 0", "take = status 1001"],
      ...["print a = 0", "flag 1 = 0", "take = nothing", "clearOutput = 0", "take = status 1001"],
      ...["flag 1 = 0", "flag 0 = 0", "show flagWhenIdle = false"],
    ],
  ],
  ["a scanner has no output to be idle of", "scanner", ["open = 0", "flag 1 = 106"]],
  [
    "disabling ends output",
    "printer",
    [...working, "print a = 0", "state = 3", "disable = 0", "state = 2", "@ wait 20000"],
  ],
];

const properties: readonly Table[] = [
  [
    "a printer's own need it enabled; all others need no more than open",
    "printer",
    [
      ...["@ plug", "read CoverOpen = 101", "open = 0", "read CoverOpen = 103", "claim 0 = 0"],
      ...["read CoverOpen = 105", "read RecLineChars = 105", "read ErrorLevel = 0 1", "enable = 0"],
      ...["read CoverOpen = 0 false", "read RecLineChars = 0 48", "read RecLineWidth = 0 576"],
      ...["@ open cover", "read CoverOpen = 0 true", "@ close cover", "@ paper near end"],
      ...["read CoverOpen = 0 false", "read RecNearEnd = 0 true", "read RecEmpty = 0 false"],
      ...[
        "@ paper out",
        "read RecEmpty = 0 true",
        "read JrnEmpty = 106",
        "write CoverOpen true = 106",
      ],
    ],
  ],
  [
    "ScanData is filled as its event is told; its label and type only where DecodeData says so",
    "scanner",
    [
      ...[...working, "take = status 2001", "read DecodeData = 0 false", `@ scan ${water}`],
      ...[
        "read ScanData = 0 ",
        "data 1 = 0",
        `take = data ${water}`,
        `read ScanData = 0 ]E0${water}`,
      ],
      ...["read ScanDataLabel = 0 ", "read ScanDataType = 0 0", "write DecodeData true = 0"],
      ...[`@ scan ${milk}`, `read ScanData = 0 ]E0${water}`, "data 1 = 0", `take = data ${milk}`],
      ...[`read ScanData = 0 ]E0${milk}`, `read ScanDataLabel = 0 ${milk}`],
      ...["read ScanDataType = 0 104", "clearInputProperties = 0", "read ScanData = 0 "],
      ...["read ScanDataLabel = 0 ", "read ScanDataType = 0 0", "read DecodeData = 0 true"],
      ...["write DecodeData 7 = 106", "close = 0", "open = 0", "read DecodeData = 0 false"],
    ],
  ],
  [
    "a scale tells how the pan is where StatusNotify asks for it, which is set while disabled",
    "scale",
    [
      ...["@ plug", "open = 0", "claim 0 = 0", "async 1 = 0", "enable = 0", "@ put 500 g on scale"],
      ...["weigh a = 0", "@ wait 3000", "takeAll = complete 1", "write StatusNotify 2 = 106"],
      ...["disable = 0", "write StatusNotify 2 = 0", "enable = 0", "@ put 0 g on scale"],
      ...["weigh b = 0", "@ wait 3000", "takeAll = status 13, complete 2", "@ scale restless"],
      ...["weigh c = 0", "@ wait 11000", "takeAll = status 12, error 112, locus 1, response 11"],
    ],
  ],
];

const capabilities: readonly Table[] = [
  [
    "of every class: power, statistics",
    "scanner",
    [
      ...["open = 0", "read CapPowerReporting = 0 1", "read CapStatisticsReporting = 0 true"],
      "read CapUpdateStatistics = 0 true",
    ],
  ],
  [
    "of a printer: one station with sensors and a cutter, no page mode, no transaction",
    "printer",
    [
      ...["read CapRecPapercut = 101", "open = 0", "read CapPowerReporting = 0 2"],
      ...["read CapRecPresent = 0 true", "read CapJrnPresent = 0 false"],
      ...["read CapSlpPresent = 0 false", "read CapRecPapercut = 0 true"],
      ...["read CapCoverSensor = 0 true", "read CapRecEmptySensor = 0 true"],
      ...["read CapRecNearEndSensor = 0 true", "read CapRecPageMode = 0 false"],
      "read CapTransaction = 0 false",
    ],
  ],
  [
    "of a scale: it is asked for a weight, and for nothing else",
    "scale",
    [
      ...["open = 0", "read CapStatusUpdate = 0 true", "read CapTareWeight = 0 false"],
      ...["read CapZeroScale = 0 false", "read CapPriceCalculating = 0 false"],
      ...["read CapDisplay = 0 false", "read MaximumWeight = 106"],
    ],
  ],
  [
    "of a drawer: its switch is told, where the printer tells it",
    "drawer",
    ["open = 0", "read CapStatus = 0 true", "read CapStatusMultiDrawerDetect = 0 false"],
  ],
];

const power: readonly Table[] = [
  [
    "it is asked for while the device is disabled, and told first when it is enabled",
    "scanner",
    [
      ...["open = 0", "claim 0 = 0", "enable = 0", "notify 1 = 106", "disable = 0", "notify 1 = 0"],
      ...["@ plug", "enable = 0", "take = status 2001", "show powerState = 2001", "@ unplug"],
      // Of a scanner an open line is all that anybody knows.
      ...["take = status 2004", "show powerState = 2004", "disable = 0", "show powerState = 2000"],
    ],
  ],
  [
    "a printer that says so is off line; one that is silent or detached is off",
    "printer",
    [
      ...[...working, "takeAll = status 2001", "@ hold feed button", "takeAll = status 2003"],
      ...["health = 108 Internal HCheck: Not: 108/0", "@ release feed button"],
      ...["takeAll = status 2001", "@ power off", "@ wait 5000", "takeAll = status 2002"],
      ...["health = 107 Internal HCheck: Not: 107/0", "@ power on", "@ wait 5000"],
      ...["takeAll = status 12, status 26, status 2001", "@ unplug", "take = status 2002"],
    ],
  ],
  [
    "checkHealth answers with the first thing that is in the way",
    "printer",
    [
      ...["health = 101 ", "open = 0", "health = 103 Internal HCheck: Not: 103/0"],
      ...["claim 0 = 0", "health = 105 Internal HCheck: Not: 105/0", "enable = 0"],
      ...["health = 107 Internal HCheck: Not: 107/0", "@ plug"],
      ...["health = 0 Internal HCheck: Successful", "@ open cover"],
      ...["health = 114 Internal HCheck: Not: 114/201", "@ paper out", "@ close cover"],
      ...["health = 114 Internal HCheck: Not: 114/203"],
    ],
  ],
];

const makersOwn: readonly Table[] = [
  [
    "directIO asks for a claim and a device, and for no enabling",
    "SSI scanner",
    [
      ...["direct beep = 101", "open = 0", "direct beep = 103", "claim 0 = 0", "direct beep = 107"],
      ...["@ plug", "direct beep = 0", "other open = 0", "@ unplug", "direct beep = 107"],
    ],
  ],
  [
    "statistics are retrieved, set and reset by the standard's names, and outlive a close",
    "scanner",
    [
      ...["counted = 101", ...working, "counted GoodScanCount = 0 0", `@ scan ${water}`],
      ...[`@ scan ${milk}`, noise, "counted = 0 1 2", "counted GoodScanCount = 0 2"],
      ...["counted PaperCutCount = 106", "reset PaperCutCount = 114 280"],
      ...["update GoodScanCount 40 = 0", "counted = 0 1 40", "update PaperCutCount 1 = 114 280"],
      ...["reset CommunicationErrorCount = 0", "counted = 0 0 40", "close = 0", "open = 0"],
      ...["claim 0 = 0", "counted = 105", "enable = 0", "counted = 0 0 40", "reset = 0"],
      ...["counted = 0 0 0"],
    ],
  ],
  [
    "statistics are asked for all together as the standard's own, U_, or the maker's, M_",
    "scanner",
    [
      ...[...working, `@ scan ${water}`, "counted U_ = 0 0 1", "counted M_ = 0", "reset M_ = 0"],
      ...["counted = 0 0 1", "counted U_ PaperCutCount = 106", "reset U_ = 0", "counted = 0 0 0"],
    ],
  ],
  [
    "firmware is nobody's business here: the capabilities say so, and so do the calls",
    "printer",
    [
      ...["read CapUpdateFirmware = 101", "updateFirmware = 101", "open = 0"],
      ...["read CapUpdateFirmware = 0 false", "read CapCompareFirmwareVersion = 0 false"],
      ...["compareFirmware = 103", "claim 0 = 0", "updateFirmware = 105", "enable = 0"],
      ...["updateFirmware = 106", "compareFirmware = 106", "write CapUpdateFirmware true = 106"],
    ],
  ],
  [
    "a drawer counts the kicks that were handed over and those that were not",
    "drawer",
    [
      ...["open = 0", "async 1 = 0", "enable = 0", "kick a = 0", "@ plug", "kick b = 0"],
      ...["@ wait 3000", "@ hold feed button", "kick c = 0", "@ wait 3000"],
      ...["counted DrawerGoodOpenCount DrawerFailedOpenCount = 0 1 2"],
    ],
  ],
  [
    "a printer counts lines, codes, cuts, covers and faults",
    "printer",
    [
      ...[...working, "print a = 0", "@ wait 20000", "@ open cover", "print b = 0", "@ wait 3000"],
      ...["counted PaperCutCount ReceiptCoverOpenCount PrinterFaultCount = 0 1 1 1"],
    ],
  ],
];

const tables = { output, properties, capabilities, power, "maker's own": makersOwn };

for (const [name, rows] of Object.entries(tables)) {
  test.each(rows)(`${name}: %s`, (_, device, table) => {
    expect(played(device, table)).toEqual(table);
  });
}
