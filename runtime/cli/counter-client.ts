import type { Intent } from "#state/intent.ts";
import type { CounterView } from "../screen/view.ts";

/** Drives a counter screen's server as its page does: for the demo's start and for tests. */
export class CounterClient {
  readonly #base: string;
  readonly #cookie: string;
  readonly #patienceMs: number | null;
  readonly #abort = new AbortController();
  readonly #watchers = new Set<(view: CounterView) => void>();
  #view: CounterView | null = null;

  private constructor(base: string, cookie: string, patienceMs: number | null) {
    this.#base = base;
    this.#cookie = cookie;
    this.#patienceMs = patienceMs;
  }

  /**
   * @param address as the terminal printed it, key included
   * @param patienceMs how long `until` waits; null waits for ever
   */
  static async enter(address: string, patienceMs: number | null): Promise<CounterClient> {
    const answer = await fetch(address, { redirect: "manual" });
    const cookie = answer.headers.get("set-cookie")?.split(";")[0] ?? "";
    const client = new CounterClient(new URL(address).origin, cookie, patienceMs);
    void client.#follow();
    return client;
  }

  /**
   * Resolves with the first view, from now on, for which `isIt` holds.
   *
   * @throws Error with the last view, when patience runs out
   */
  until(isIt: (view: CounterView) => boolean): Promise<CounterView> {
    return new Promise((resolve, reject) => {
      let timer: NodeJS.Timeout | undefined;
      const look = (view: CounterView) => {
        if (!isIt(view)) return;
        this.#watchers.delete(look);
        clearTimeout(timer);
        resolve(view);
      };
      const giveUp = () => {
        this.#watchers.delete(look);
        reject(new Error(`waited in vain; the last view was ${JSON.stringify(this.#view)}`));
      };
      this.#watchers.add(look);
      if (this.#patienceMs !== null) timer = setTimeout(giveUp, this.#patienceMs);
      if (this.#view !== null) look(this.#view);
    });
  }

  /** @returns the refusal's code, or null when it is done and durable */
  async ask(intent: Intent): Promise<string | null> {
    const answer = await fetch(`${this.#base}/intents`, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        cookie: this.#cookie,
        origin: this.#base,
      },
      body: JSON.stringify(intent),
    });
    if (answer.status === 204) return null;
    const { code } = (await answer.json()) as { code: string };
    return code;
  }

  close(): void {
    this.#abort.abort();
  }

  /** Follows the stream of views, and takes it up again when the terminal was restarted. */
  async #follow(): Promise<void> {
    while (!this.#abort.signal.aborted) {
      try {
        await this.#read();
      } catch {
        // What was seen before the terminal went says nothing of the one that comes back.
        this.#view = null;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    }
  }

  async #read(): Promise<void> {
    const headers = { cookie: this.#cookie };
    const { signal } = this.#abort;
    const answer = await fetch(`${this.#base}/events`, { headers, signal });
    let rest = "";
    for await (const chunk of answer.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      const messages = `${rest}${chunk}`.split("\n\n");
      rest = messages.pop() ?? "";
      for (const message of messages) this.#take(message);
    }
    throw new Error("the stream has ended");
  }

  #take(message: string): void {
    const data = message.split("\n").find((line) => line.startsWith("data: "));
    if (data === undefined) return;
    const view = JSON.parse(data.slice(6)) as CounterView;
    this.#view = view;
    for (const look of [...this.#watchers]) look(view);
  }
}
