import type { ScannerCommand, ScannerSignal } from "#drivers/scanners/signal.ts";
import { type DeviceClass, plainClass } from "#drivers/upos/device-class.ts";
import { uposError } from "#drivers/upos/error.ts";
import { SCAN_SDT_UNKNOWN } from "#drivers/wire/upos-scanner.ts";

/** What came is no data: as many bytes as DirectIOEvent's `data` says. */
const UNKNOWN_REPORT = 1;

/**
 * A bar code scanner. It has no statuses and no extended errors of its own. The standard has no
 * method for its trigger, its lights and its beeper; enabling and disabling are DeviceEnabled.
 */
export const scanner: DeviceClass<ScannerCommand, ScannerSignal> = {
  ...plainClass,
  name: "Scanner",
  sharing: "exclusive",
  properties: {
    DecodeData: { initial: false, needs: "open", settable: "always" },
    ScanData: { initial: "", needs: "open", isInput: true },
    ScanDataLabel: { initial: "", needs: "open", isInput: true },
    ScanDataType: { initial: SCAN_SDT_UNKNOWN, needs: "open", isInput: true },
  },
  statistics: ["GoodScanCount"],
  tillSettings: { DecodeData: true },
  isDirectIO: ({ type }) => type !== "enable" && type !== "disable",
  meaningsOf(signal) {
    if (signal.type === "ScanData") return [{ type: "input", counts: { GoodScanCount: 1 } }];
    // Whole and well framed: an answer to a setting, or a button.
    if (signal.reason === "unknown-report") {
      return [{ type: "directIO", eventNumber: UNKNOWN_REPORT, data: signal.bytesDropped }];
    }
    return [{ type: "inputError", error: uposError("E_FAILURE") }];
  },
  propertiesOf(event, { DecodeData }) {
    if (event.type !== "DataEvent" || event.data.type !== "ScanData") return {};
    const { scanData, scanDataLabel, scanDataType } = event.data;
    return DecodeData === true
      ? { ScanData: scanData, ScanDataLabel: scanDataLabel, ScanDataType: scanDataType }
      : { ScanData: scanData, ScanDataLabel: "", ScanDataType: SCAN_SDT_UNKNOWN };
  },
};
