import { expect, test } from "vitest";
import { milk, noise, played, type Table, water, working } from "#test/support/upos-table.ts";

/**
 * UnifiedPOS 1.16, chapter 1: life cycle, order of checks, events, errors, row by row, against the
 * real drivers and the virtual devices. Codes are typed from the standard: 0 success, 101 closed,
 * 102 claimed, 103 not claimed, 105 disabled, 106 illegal, 107 no hardware, 108 off line, 111
 * failure, 112 time-out, 113 busy, 114 extended; states 1 closed, 2 idle, 3 busy, 4 error.
 */
const twenty = Array.from({ length: 20 }, (_, n) => `AB-${100 + n}`);

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
    "a claim waits until the device is released, and no longer than it was told",
    "scanner",
    [
      ...["await 100 = 101", "open = 0", "await -2 = 106", "await 100 = 0", "await 100 = 102"],
      ...["other open = 0", "other await 0 = 112", "other await 100 = it waits", "@ wait 99"],
      ...["other awaited = it waits", "@ wait 1", "other awaited = 112", "other enable = 102"],
      ...["other await 100 = it waits", "@ wait 99", "release = 0", "other awaited = 0"],
      ...["@ wait 1000", "other claimed = true", "await -1 = it waits", "@ wait 90000000"],
      ...["awaited = it waits", "other close = 0", "awaited = 0", "claimed = true"],
    ],
  ],
  [
    "whoever closes waits no more, and whoever has waited longest is next",
    "scanner",
    [
      ...["open = 0", "other open = 0", "other claim 0 = 0", "await -1 = it waits", "close = 0"],
      ...["awaited = 101", "other release = 0", "other claim 0 = 0", "other close = 0"],
    ],
  ],
  [
    "what each step asks for, and each refusal hides the next",
    "printer",
    [
      ...["check output idle = 101", "open = 0", "check output idle = 103", "other open = 0"],
      ...["other claim 0 = 0", "check output idle = 102", "other release = 0", "claim 0 = 0"],
      ...["check output idle = 105", "enable = 0", "async 1 = 0", "@ plug"],
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

const tables = { life, events, errors };

for (const [name, rows] of Object.entries(tables)) {
  test.each(rows)(`${name}: %s`, (_, device, table) => {
    expect(played(device, table)).toEqual(table);
  });
}
