/** The device's end of a cable. Bytes only: what they mean is the device's business. */
export interface Port {
  /** To the host. What nobody reads is lost in the end, as on a line with nobody listening. */
  write(bytes: Uint8Array): void;
  /** From the host. One listener; it comes before any byte. */
  listen(listener: (bytes: Uint8Array) => void): void;
  /** `true` stops taking bytes from the host, which then waits: flow control. */
  hold(isHeld: boolean): void;
  /** Ends the connection with an error on the host's side; a cable that has none leaves it out. */
  reset?(): void;
  /** Of a plug that feeds the device: tells when the host begins and ends to. */
  onPower?(listener: (power: "on" | "off") => void): void;
  close(): void;
}
