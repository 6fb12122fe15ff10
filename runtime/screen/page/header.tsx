import type { LifeView, StaffView, StoreView } from "../view.ts";
import { useAsking } from "./asking.ts";
import { Button } from "./button.tsx";
import { Icon, Mark } from "./icons.tsx";
import { useSpeech } from "./language.tsx";
import { common } from "./messages.ts";

const storeOf = (life: LifeView): StoreView | null => ("store" in life ? life.store : null);
const cashierOf = (life: LifeView): StaffView | null => ("cashier" in life ? life.cashier : null);

/** Where, which till, who; and the two things that are always in reach: language and sign-off. */
export function Header({ life }: { readonly life: LifeView }) {
  const { say, switchLanguage } = useSpeech();
  const { send } = useAsking();
  const store = storeOf(life);
  const cashier = cashierOf(life);
  return (
    <header class="header">
      <Mark />
      <div class="place">
        <span class="store">{store === null ? say(common.product) : store.storeName}</span>
        {store === null ? null : (
          <span class="enterprise">
            {say(common.till(store.tillNumber))} · {store.enterpriseName}
          </span>
        )}
      </div>
      {cashier === null ? null : (
        <div class="cashier">
          <Icon name="person" />
          <span>{cashier.name}</span>
          <span class="staff-number">{cashier.staffNo}</span>
        </div>
      )}
      <Button worksWhileBusy onPress={switchLanguage}>
        {say(common.switchLanguage)}
      </Button>
      {cashier === null ? null : (
        <Button hint="F9" onPress={() => send({ type: "signOff" })}>
          {say(common.signOff)}
        </Button>
      )}
    </header>
  );
}
