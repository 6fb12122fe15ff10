/**
 * Sounds of the counter, made on the spot. Browsers allow none before the first gesture, and a
 * terminal may have no loudspeaker: whatever fails here fails quietly, the screen says it all.
 */
let context: AudioContext | null = null;

function wake(): void {
  try {
    context ??= new AudioContext();
    void context.resume().catch(() => {});
  } catch {
    context = null;
  }
}

/** Call once; the first touch or key switches sound on. */
export function soundAfterFirstGesture(): void {
  for (const gesture of ["pointerdown", "keydown"]) {
    window.addEventListener(gesture, wake, { once: true, capture: true });
  }
}

interface Tone {
  readonly hertz: number;
  readonly seconds: number;
  readonly shape: OscillatorType;
}

function play({ hertz, seconds, shape }: Tone): void {
  if (context === null || context.state !== "running") return;
  try {
    const oscillator = context.createOscillator();
    const volume = context.createGain();
    oscillator.type = shape;
    oscillator.frequency.value = hertz;
    volume.gain.setValueAtTime(0.12, context.currentTime);
    volume.gain.exponentialRampToValueAtTime(0.0001, context.currentTime + seconds);
    oscillator.connect(volume).connect(context.destination);
    oscillator.start();
    oscillator.stop(context.currentTime + seconds);
  } catch {
    return;
  }
}

export const beep = () => play({ hertz: 1760, seconds: 0.08, shape: "sine" });
export const buzz = () => play({ hertz: 160, seconds: 0.4, shape: "square" });
/** The drawer has stood open too long. */
export function remind(hertz: number, milliseconds: number): void {
  play({ hertz, seconds: milliseconds / 1000, shape: "triangle" });
}
