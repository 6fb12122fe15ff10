import { expect, test } from "vitest";
import type { UposDevice } from "#test/support/upos-counter.ts";
import { played, working } from "#test/support/upos-table.ts";

/**
 * UnifiedPOS 1.16, chapter 1: life cycle, order of checks, events, errors, row by row, against the
 * real drivers and the virtual devices. Codes are typed from the standard: 0 success, 101 closed,
 * 102 claimed, 103 not claimed, 105 disabled, 106 illegal, 107 no hardware, 108 off line, 111
 * failure, 112 time-out, 113 busy, 114 extended; states 1 closed, 2 idle, 3 busy, 4 error.
 */
type Table = readonly [what: string, device: UposDevice, rows: readonly string[]];

const water = "6901234567892";
const milk = "6901234567885";
const twenty = Array.from({ length: 20 }, (_, n) => `AB-${100 + n}`);
/** A byte that no label has: noise on the line. */
const noise = "@ scanner sends 41 ff fe 0d";

const life: readonly Table[] = [
  [
    "open sets everything back and leaves the device to its owner",
    "scanner",
    [
      ...["state = 1", "version = 1016000", "claim 0 = 101", "enable = 101", "close = 101"],
      ...["other open = 0", "other claim 0 = 0", "open = 0", "open = 106"],
      "show autoDisable asyncMode freezeEvents dataEventEnabled = false false false false",
      "show deviceEnabled flagWhenIdle powerNotify powerState = false false 0 2000",
      ...["show checkHealthText = ", "count = 0", "claimed = false", "state = 2"],
      ...["other claimed = true"],
    ],
  ],
  [
    "claim waits as long as it is told, enables nothing, and knows no other negative time",
    "scanner",
    [
      ...["open = 0", "other open = 0", "claim -1 = 0", "show deviceEnabled = false"],
      ...["claim 0 = 102", "other claim 100 = 112", "other claim -2 = 106"],
      ...["other enable = 102", "release = 0", "release = 103", "other claim 0 = 0"],
    ],
  ],
  [
    "what each step asks for, and each refusal hides the next",
    "printer",
    [
      ...["check output idle = 101", "open = 0", "check output idle = 103", "other open = 0"],
      ...["other claim 0 = 0", "check output idle = 102", "other release = 0", "claim 0 = 0"],
      ...["check output idle = 105", "enable = 0", "print a = 106", "async 1 = 0", "@ plug"],
      ...["print a = 0", "check output idle = 113", "@ wait 20000", "check output idle = 0"],
    ],
  ],
  [
    "enabling queues input, and delivers nothing by itself",
    "scanner",
    [
      ...["@ plug", "open = 0", "claim 0 = 0", `@ scan ${milk}`, "count = 0", "enable = 0"],
      ...[`@ scan ${water}`, "count = 1", "take = nothing", "data 1 = 0", `take = data ${water}`],
    ],
  ],
  [
    "disabling stops input and keeps what waits",
    "scanner",
    [
      ...[...working, `@ scan ${water}`, "disable = 0", `@ scan ${milk}`, "count = 1"],
      ...["show powerState = 2000", "data 1 = 0", "takeAll = status 2001, data 6901234567892"],
    ],
  ],
  [
    "release disables an exclusive device, empties its queues, and leaves the control open",
    "scanner",
    [
      ...[...working, `@ scan ${water}`, noise, "state = 4", "release = 0", "state = 2"],
      ...["count = 0", "show deviceEnabled = false", "claim 0 = 0", "enable = 0", "data 1 = 0"],
      // The power that every enabling begins with, and nothing from before.
      ...["takeAll = status 2001"],
    ],
  ],
  [
    "close disables and releases",
    "scanner",
    [
      ...[...working, "other open = 0", "close = 0", "state = 1", "other claim 0 = 0"],
      ...["data 1 = 101", "clearInput = 101", "read ScanData = 101", "answer 12 = 106"],
    ],
  ],
  [
    "a drawer works unclaimed; claimed, it opens for its owner alone and tells all how it is",
    "drawer",
    [
      ...["@ plug", "open = 0", "other open = 0", "enable = 0", "other enable = 0", "async 1 = 0"],
      ...["kick a = 0", "@ wait 500", "@ close drawer", "other claim 0 = 0", "kick b = 102"],
      ...["check = 0", "claim 0 = 112", "read DrawerOpened = 0 false", "other release = 0"],
      ...["show deviceEnabled = true", "kick c = 0", "@ wait 500", "read DrawerOpened = 0 true"],
    ],
  ],
];

const events: readonly Table[] = [
  [
    "one input a permission, which goes as it is used; the next at once when it comes again",
    "scanner",
    [
      ...[...working, "take = status 2001", `@ scan ${water}`, `@ scan ${milk}`, "take = nothing"],
      ...["data 1 = 0", `take = data ${water}`, "show dataEventEnabled = false", "take = nothing"],
      ...["count = 1", "data 1 = 0", `take = data ${milk}`, "count = 0"],
    ],
  ],
  [
    "a burst of twenty keeps its order",
    "scanner",
    [
      ...[...working, "take = status 2001", ...twenty.map((label) => `@ scan ${label}`)],
      ...["count = 20", ...twenty.flatMap((label) => ["data 1 = 0", `take = data ${label}`])],
      "count = 0",
    ],
  ],
  [
    "AutoDisable: one scan, and the device is disabled",
    "scanner",
    [
      ...[...working, "auto 1 = 0", `@ scan ${water}`, "show deviceEnabled = false"],
      ...[`@ scan ${milk}`, "count = 1", "enable = 0", `@ scan ${milk}`, "count = 2"],
    ],
  ],
  [
    "frozen, no event of any kind is told, and all are when it thaws",
    "scanner",
    [
      ...[...working, "take = status 2001", "data 1 = 0", "freeze 1 = 0", `@ scan ${water}`],
      ...["@ unplug", "count = 1", "takeAll = nothing", "show dataEventEnabled = true"],
      ...["freeze 0 = 0", `takeAll = data ${water}, status 2004`],
    ],
  ],
  [
    "frozen through a close: nothing of it is told in the next life",
    "scanner",
    [
      ...[...working, "data 1 = 0", "freeze 1 = 0", `@ scan ${water}`, noise, "close = 0"],
      ...["open = 0", "show freezeEvents = false", "state = 2", "claim 0 = 0", "enable = 0"],
      ...["data 1 = 0", "takeAll = nothing"],
    ],
  ],
  [
    "statuses and power do not wait for DataEventEnabled; scans do",
    "scanner",
    [...working, `@ scan ${water}`, "@ unplug", "takeAll = status 2001, status 2004", "count = 1"],
  ],
  [
    "what only the maker knows is a DirectIOEvent, and no error",
    "SSI scanner",
    // A whole packet of an opcode that scans are not made of.
    [...working, "take = status 2001", "@ scanner sends 04 a4 00 00 ff 58", "take = direct 1 4"],
  ],
];

const errors: readonly Table[] = [
  [
    "an error with nothing queued: locus INPUT, and cleared unless it is answered otherwise",
    "scanner",
    [
      ...[...working, "take = status 2001", noise, "state = 4", "take = nothing", "data 1 = 0"],
      ...["take = error 111, locus 2, response 12", "answer 13 = 106", "answer 11 = 106"],
      ...["state = 4", "answer 12 = 0", "state = 2", "answer 12 = 106"],
    ],
  ],
  [
    "an error between two labels goes ahead of both, lets them be read, and comes again",
    "scanner",
    [
      ...[...working, "take = status 2001", `@ scan ${water}`, noise, `@ scan ${milk}`],
      ...["data 1 = 0", "take = error 111, locus 3, response 13", "answer 11 = 106"],
      ...["answer 13 = 0", "data 1 = 0", `take = data ${water}`, "data 1 = 0"],
      ...[`take = data ${milk}`, "data 1 = 0", "take = error 111, locus 2, response 12"],
      ...["answer 12 = 0", "state = 2"],
    ],
  ],
  [
    "cleared instead, the labels go with the error",
    "scanner",
    [
      ...[...working, "take = status 2001", `@ scan ${water}`, noise, "data 1 = 0"],
      ...["take = error 111, locus 3, response 13", "answer 12 = 0", "count = 0", "state = 2"],
    ],
  ],
  [
    "clearInput drops labels and error, whether it was told already or not",
    "scanner",
    [
      ...[...working, "take = status 2001", `@ scan ${water}`, noise, "clearInput = 0"],
      ...["count = 0", "state = 2", noise, "data 1 = 0"],
      ...["take = error 111, locus 2, response 12", "clearInput = 0", "state = 2"],
      ...["answer 12 = 106", "data 1 = 0", "take = nothing"],
    ],
  ],
  [
    "output that fails: state ERROR until it is answered; CLEAR drops what waits behind it",
    "printer",
    [
      ...[...working, "takeAll = status 2001", "@ paper out", "print a = 0", "print b = 0"],
      ...["@ wait 3000", "state = 4", "take = status 24"],
      ...["take = error 114 203, locus 1, response 11", "state = 4", "take = nothing"],
      ...["answer 13 = 106", "answer 12 = 0", "state = 2", "takeAll = nothing"],
    ],
  ],
  [
    "RETRY, the default, leaves the output to be done again",
    "printer",
    [
      ...[...working, "takeAll = status 2001", "@ open cover", "print a = 0", "@ wait 3000"],
      ...["take = status 11", "take = error 114 201, locus 1, response 11", "answer 11 = 0"],
      ...["state = 3", "clearOutput = 0", "state = 2"],
    ],
  ],
  [
    "clearOutput drops an error that nobody has taken, and one that nobody has answered",
    "printer",
    [
      ...[...working, "takeAll = status 2001", "@ open cover", "print a = 0", "@ wait 3000"],
      ...["state = 4", "clearOutput = 0", "state = 2", "takeAll = status 11", "print b = 0"],
      ...["@ wait 3000", "take = error 114 201, locus 1, response 11", "clearOutput = 0"],
      ...["answer 12 = 106", "state = 2"],
    ],
  ],
  [
    "an ErrorEvent says what, where and how bad it is",
    "printer",
    [
      ...["open = 0", "read ErrorLevel = 0 1", "read ErrorStation = 0 0", "read ErrorString = 0 "],
      ...["claim 0 = 0", "async 1 = 0", "enable = 0", "@ plug", "@ paper out", "print a = 0"],
      ...[
        "@ wait 3000",
        "read ErrorLevel = 0 1",
        "takeAll = status 12, status 26, status 24, " + "error 114 203, locus 1, response 11",
      ],
      ...["read ErrorLevel = 0 2", "read ErrorStation = 0 2"],
      "read ErrorString = 0 E_EXTENDED EPTR_REC_EMPTY",
    ],
  ],
];

const output: readonly Table[] = [
  [
    "asynchronous output is numbered from 1, and completed in order",
    "printer",
    [
      ...[...working, "takeAll = status 2001", "show outputId = 0", "print a = 0", "print b = 0"],
      ...["show outputId = 2", "state = 3", "check idle = 113", "@ wait 20000", "state = 2"],
      ...["takeAll = complete 1, complete 2", "async 0 = 0", "print c = 106", "show outputId = 2"],
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

const tables = { life, events, errors, output, properties, power, "maker's own": makersOwn };

for (const [name, rows] of Object.entries(tables)) {
  test.each(rows)(`${name}: %s`, (_, device, table) => {
    expect(played(device, table)).toEqual(table);
  });
}
