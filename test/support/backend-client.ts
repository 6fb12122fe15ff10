import type { Addresses } from "#runtime/cli/shop.ts";

export interface BackendEntry {
  readonly seq: number;
  readonly kind: string;
  readonly hash: string;
}

/** Looks into the backend as its administrator would, over the workbench's interface. */
export class BackendClient {
  readonly #base: string;
  readonly #cookie: string;

  private constructor(base: string, cookie: string) {
    this.#base = base;
    this.#cookie = cookie;
  }

  static async signIn({ backend, administrator }: Addresses): Promise<BackendClient> {
    const { origin } = new URL(backend);
    const answer = await fetch(`${origin}/workbench/api/sign-in`, {
      method: "POST",
      headers: { "content-type": "application/json", origin },
      body: JSON.stringify(administrator),
    });
    return new BackendClient(origin, answer.headers.get("set-cookie")?.split(";")[0] ?? "");
  }

  /** Every entry of the terminal that the backend holds, in order. */
  async entries(terminal: string): Promise<BackendEntry[]> {
    const all: BackendEntry[] = [];
    for (;;) {
      const path = `terminals/${terminal}/entries?after=${all.at(-1)?.seq ?? 0}`;
      const { entries } = (await this.#get(path)) as { entries: BackendEntry[] };
      if (entries.length === 0) return all;
      all.push(...entries);
    }
  }

  async post(path: string, body: unknown): Promise<Response> {
    return fetch(`${this.#base}/workbench/api/${path}`, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        origin: this.#base,
        cookie: this.#cookie,
      },
      body: JSON.stringify(body),
    });
  }

  async #get(path: string): Promise<unknown> {
    const headers = { cookie: this.#cookie };
    return (await fetch(`${this.#base}/workbench/api/${path}`, { headers })).json();
  }
}
