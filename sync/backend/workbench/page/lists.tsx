import { useState } from "preact/hooks";
import type { StaffView, StoreView } from "../view.ts";
import { ask, type Refusal } from "./ask.ts";
import { Badge } from "./badge.tsx";
import { useTexts } from "./language.tsx";
import { refusalText } from "./texts.ts";

/** The last levels of a path; the company's own name stands in the bar already. */
const below = (path: string) => path.split("-").slice(1).join(" / ");

function StoreRow(props: { store: StoreView; onMark: (state: "certified" | "pending") => void }) {
  const { t } = useTexts();
  const { store, onMark } = props;
  const next = store.certification === "certified" ? "pending" : "certified";
  return (
    <tr>
      <td>
        <strong>{store.name}</strong>
        <br />
        <small class="code">{store.id}</small>
      </td>
      <td>
        {store.address}
        <br />
        <small>{store.phone}</small>
      </td>
      <td>{store.departmentPath === null ? t("unbound") : below(store.departmentPath)}</td>
      <td>
        <Badge of={store.certification} />
      </td>
      <td class="end">
        <button type="button" onClick={() => onMark(next)}>
          {t(next === "certified" ? "markCertified" : "markPending")}
        </button>
      </td>
    </tr>
  );
}

interface StoresProps {
  readonly stores: readonly StoreView[];
  readonly onChange: () => void;
}

export function Stores({ stores, onChange }: StoresProps) {
  const { t, language } = useTexts();
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const mark = async (store: StoreView, state: string) => {
    const answer = await ask<object>("POST", `/stores/${store.id}/certification`, { state });
    setRefusal("refusal" in answer ? answer.refusal : null);
    onChange();
  };
  return (
    <section class="card">
      <header>
        <h2>{t("stores")}</h2>
        <p class="hint">{t("storesHint")}</p>
      </header>
      <div role="alert">{refusal && <p class="alert">{refusalText(refusal, language)}</p>}</div>
      <div class="scroll">
        <table>
          <thead>
            <tr>
              <th scope="col">{t("store")}</th>
              <th scope="col">{t("address")}</th>
              <th scope="col">{t("department")}</th>
              <th scope="col">{t("certification")}</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {stores.map((store) => (
              <StoreRow key={store.id} store={store} onMark={(state) => mark(store, state)} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

export function Staff({ staff }: { readonly staff: readonly StaffView[] }) {
  const { t } = useTexts();
  return (
    <section class="card">
      <header>
        <h2>{t("staff")}</h2>
      </header>
      <div class="scroll">
        <table>
          <thead>
            <tr>
              <th scope="col">{t("staffNo")}</th>
              <th scope="col">{t("name")}</th>
              <th scope="col">{t("mobile")}</th>
              <th scope="col">{t("department")}</th>
              <th scope="col">{t("roles")}</th>
            </tr>
          </thead>
          <tbody>
            {staff.map((person) => (
              <tr key={person.staffNo}>
                <td class="code">{person.staffNo}</td>
                <td>
                  <strong>{person.name}</strong>
                </td>
                <td class="code">{person.mobile}</td>
                <td>{below(person.departmentPath)}</td>
                <td>
                  {person.roles.map((role) => (
                    <span key={role} class="badge">
                      {t(role)}
                    </span>
                  ))}
                  {person.status === "LEFT" && <Badge of="LEFT" />}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
