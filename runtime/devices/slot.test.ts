import { describe, expect, it } from "vitest";
import { nothingThere } from "#drivers/discovery/sighting.ts";
import { SharedDevice } from "#drivers/upos/shared-device.ts";
import { newest } from "#test/support/memory-link.ts";
import { parrotAt, slotOf } from "#test/support/parrot-slot.ts";

describe("a slot", () => {
  it("goes from absent to ready, and to faulted and back", () => {
    const { links, told, slot } = slotOf();
    const states = [slot.state];
    const link = newest(links);

    link.plug();
    states.push(slot.state);
    for (const word of ["01", "02", "01"]) {
      link.send(word);
      states.push(slot.state);
    }

    expect(states).toEqual(["found", "claimed", "ready", "faulted", "ready"]);
    expect(link.takeWritten()).toBe("05");
    expect(told.filter((line) => line.startsWith("health"))).toEqual([
      "health ready",
      "health faulted",
      "health ready",
    ]);
  });

  it("is ready at once where the device says nothing of itself", () => {
    const { links, slot } = slotOf("ready");

    newest(links).plug();

    expect(slot.state).toBe("ready");
  });

  it("wakes its driver at the deadline and not before", () => {
    const { clock, links, told } = slotOf();
    newest(links).plug();

    clock.advance(999);
    expect(told).toEqual([]);
    clock.advance(1);
    clock.advance(60_000);

    expect(told).toEqual(["woken"]);
  });

  it("looks for a lost device, ever more slowly, and says so once", () => {
    const { clock, links, lines, slot } = slotOf();
    newest(links).plug();
    newest(links).send("01");

    for (const wait of [250, 500, 1000, 2000, 4000, 5000, 5000]) {
      newest(links).unplug();
      expect(slot.state).toBe("lost");
      const tries = links.length;
      clock.advance(wait - 1);
      expect(links).toHaveLength(tries);
      clock.advance(1);
      expect(links).toHaveLength(tries + 1);
    }
    newest(links).plug();
    newest(links).send("01");

    expect(lines).toEqual(["parrot: lost (No such device)", "parrot: back"]);
  });

  it("hands unfinished work back before it looks again", () => {
    const { links, told } = slotOf();
    newest(links).plug();
    newest(links).send("01");

    newest(links).unplug();

    expect(told).toEqual(["health ready", "ready", "handed back", "health absent"]);
  });

  it("hears nothing more from a link that was lost", () => {
    const { clock, links, told } = slotOf();
    const first = newest(links);
    first.plug();
    first.unplug();
    clock.advance(250);
    newest(links).plug();
    told.length = 0;

    first.send("01");
    first.unplug();

    expect(told).toEqual([]);
  });

  it("is absent while nothing answers on an open link", () => {
    const { links, lines, slot } = slotOf();
    newest(links).plug();
    newest(links).send("01");

    newest(links).send("03");

    expect(slot.state).toBe("claimed");
    expect(lines).toEqual(["parrot: does not answer"]);
  });

  it("commands the driver, whatever the state", () => {
    const { links, slot } = slotOf();
    newest(links).plug();

    slot.obey("07");

    expect(newest(links).takeWritten()).toBe("05 07");
  });

  it("opens at once what was plugged in, three times in a row, and waits for no pause", () => {
    const { clock, links, see, slot } = slotOf("ready");
    see(parrotAt("first"));

    for (const mark of ["second", "third", "fourth"]) {
      newest(links).plug();
      newest(links).unplug();
      expect(slot.state).toBe("lost");
      const tries = links.length;
      see(nothingThere);
      expect(links).toHaveLength(tries);
      see(parrotAt(mark));
      expect(links).toHaveLength(tries + 1);
    }
    newest(links).plug();
    clock.advance(60_000);

    expect(slot.state).toBe("ready");
    expect(slot.diagnosis).toMatchObject({ opens: 4, losses: 3 });
    expect(slot.diagnosis.found).toMatchObject({ identity: "usb:05f9:4204:S1" });
  });

  it("does not open twice what is being opened, nor again what is open", () => {
    const { links, see } = slotOf();

    see(parrotAt("first"));
    newest(links).plug();
    see(parrotAt("second"));

    expect(links).toHaveLength(1);
  });

  it("names the udev rule where this user may not open the device", () => {
    const { links, see, slot } = slotOf();
    see(parrotAt("first", false));

    newest(links).unplug("Permission denied");

    expect(slot.diagnosis.lastError?.text).toBe(
      "Permission denied [device/forbidden]: run " +
        "`sudo guitai doctor --fix-udev --install`; the rule is " +
        'SUBSYSTEM=="tty", ATTRS{idVendor}=="05f9", ATTRS{idProduct}=="4204", ' +
        'MODE="0660", GROUP="dialout", TAG+="uaccess"',
    );
  });

  it("counts what its device did, and keeps why it was last lost", () => {
    const { clock, links, slot } = slotOf();
    const began = clock.wall();
    newest(links).plug();
    newest(links).send("01");
    newest(links).send("02 02");
    slot.obey("07 08");
    clock.advance(70);
    newest(links).unplug("EIO");
    clock.advance(250);
    newest(links).unplug("No such file");

    expect(slot.diagnosis).toEqual({
      upos: expect.any(Object),
      attached: [],
      name: "parrot",
      address: "/dev/ttyACM0",
      driver: { row: "parrot", title: "Ara parrot" },
      found: null,
      state: "lost",
      since: began + 70, // the try in between came to nothing
      status: null,
      says: null,
      ...{ bytesIn: 3, bytesOut: 3, signals: 2, opens: 1, losses: 1 },
      lastSignal: { text: "handed back", at: began + 70 },
      lastError: { text: "No such file", at: began + 70 + 250 },
    });
  });

  it("walks as UnifiedPOS has it, and stays the device's owner while it is lost", () => {
    const { links, slot } = slotOf();
    const walk = () => {
      const { state, powerState, errorCode, claimed, deviceEnabled } = slot.diagnosis.upos;
      const may = [claimed ? "claimed" : "free", deviceEnabled ? "enabled" : "disabled"];
      return [state.name, powerState.name, errorCode.name, ...may].join(" ");
    };
    const steps = [walk()];
    newest(links).plug();
    steps.push(walk());
    newest(links).send("01");
    steps.push(walk());
    newest(links).send("02");
    steps.push(walk());
    newest(links).unplug();
    steps.push(walk());
    slot.close();
    steps.push(walk());

    expect(steps).toEqual([
      "S_IDLE PS_UNKNOWN E_DISABLED claimed disabled",
      "S_IDLE PS_UNKNOWN E_NOHARDWARE claimed enabled",
      "S_IDLE PS_ONLINE SUCCESS claimed enabled",
      "S_IDLE PS_OFF_OFFLINE E_OFFLINE claimed enabled",
      "S_IDLE PS_OFF_OFFLINE E_NOHARDWARE claimed enabled",
      "S_CLOSED PS_UNKNOWN E_CLOSED free disabled",
    ]);
    expect(slot.diagnosis.upos.events.map(({ name, value }) => `${name} ${value}`)).toEqual([
      "SUE_POWER_ONLINE 2001",
      "SQUAWK 900",
      "SUE_POWER_OFF_OFFLINE 2004",
    ]);
  });

  it("lets the device go again that could not be opened", () => {
    const device = new SharedDevice();
    const { links, slot } = slotOf("absent", device);

    newest(links).unplug("No such file");

    expect(device.owner).toBeNull();
    expect(slot.diagnosis.upos).toMatchObject({
      errorCode: { name: "E_NOTCLAIMED", value: 103 },
      lastError: { what: "enable", name: "E_NOHARDWARE", value: 107 },
    });
  });

  it("does not open what another slot of this terminal holds, until that one lets go", () => {
    const device = new SharedDevice();
    const first = slotOf("ready", device);
    newest(first.links).plug();
    const second = slotOf("ready", device);

    expect(second.links).toEqual([]);
    expect(second.slot.diagnosis.lastError?.text).toMatch(/same address \[device\/claimed\]$/);
    expect(second.slot.diagnosis.upos).toMatchObject({
      errorCode: { name: "E_CLAIMED", value: 102 },
      lastError: { what: "claim", name: "E_TIMEOUT", value: 112 },
    });
    first.slot.close();
    second.clock.advance(250);
    newest(second.links).plug();
    expect(second.slot.state).toBe("ready");
  });

  it("keeps what the device last said of itself, until it is lost", () => {
    const { links, slot } = slotOf();
    newest(links).plug();
    newest(links).send("02");
    newest(links).send("07");

    expect(slot.diagnosis.status).toEqual({ mood: "trouble" });
    newest(links).unplug();
    expect(slot.diagnosis.status).toBeNull();
  });

  it("stops looking when it is closed", () => {
    const { clock, links, told, slot } = slotOf();
    newest(links).plug();

    slot.close();
    slot.close();
    clock.advance(60_000);

    expect(newest(links).isClosed).toBe(true);
    expect(links).toHaveLength(1);
    expect(told).toEqual(["watched no more", "handed back"]);
    expect(slot.state).toBe("absent");
  });
});
