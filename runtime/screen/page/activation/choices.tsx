import type { LifeView } from "../../view.ts";
import { useAsking } from "../asking.ts";
import { Button } from "../button.tsx";
import { Icon, Mark } from "../icons.tsx";
import { useSpeech } from "../language.tsx";
import { activation, common } from "../messages.ts";
import { NoticeCard } from "../notice.tsx";

type Stage<Name extends LifeView["stage"]> = Extract<LifeView, { stage: Name }>;

function BackToSignIn() {
  const { say } = useSpeech();
  const { send } = useAsking();
  return (
    <div class="panel-foot">
      <Button onPress={() => send({ type: "signOff" })}>{say(common.backToSignIn)}</Button>
    </div>
  );
}

export function EnterpriseChoice({ life }: { readonly life: Stage<"choosing-enterprise"> }) {
  const { say } = useSpeech();
  const { send } = useAsking();
  return (
    <>
      <NoticeCard />
      <h1>{say(activation.enterprise(life.staffName))}</h1>
      <p class="lead">{say(activation.enterpriseDetail)}</p>
      <div class="choices">
        {life.enterprises.map(({ id, name }) => (
          <Button
            key={id}
            kind="choice"
            onPress={() => send({ type: "chooseEnterprise", enterpriseId: id })}
          >
            <Icon name="shop" />
            <span>{name}</span>
          </Button>
        ))}
      </div>
      <BackToSignIn />
    </>
  );
}

export function RoleChoice({ life }: { readonly life: Stage<"choosing-role"> }) {
  const { say } = useSpeech();
  const { send } = useAsking();
  return (
    <>
      <NoticeCard />
      <h1>{say(activation.role)}</h1>
      <p class="lead">
        {life.staffName} · {life.enterpriseName}
        <br />
        {say(activation.roleDetail)}
      </p>
      <div class="choices">
        {life.roles.map((role) => (
          <Button key={role} kind="choice" onPress={() => send({ type: "chooseRole", role })}>
            <Icon name="person" />
            <span>{say(activation.roles[role])}</span>
            {role === "CASHIER" ? (
              <span class="choice-tag">{say(activation.forSelling)}</span>
            ) : null}
          </Button>
        ))}
      </div>
      <BackToSignIn />
    </>
  );
}

export function OpenPos({ life }: { readonly life: Stage<"opening-pos"> }) {
  const { say } = useSpeech();
  const { send } = useAsking();
  return (
    <>
      <NoticeCard />
      <h1>{say(activation.open)}</h1>
      <p class="lead">
        {life.staffName} · {life.enterpriseName}
        <br />
        {say(activation.openDetail)}
      </p>
      <div class="open-pos">
        <Button kind="choice" isOff={life.asking} onPress={() => send({ type: "openPos" })}>
          <Mark />
          <span>{say(activation.cloudPos)}</span>
        </Button>
        <p role="status">{life.asking ? say(activation.opening) : ""}</p>
      </div>
      <BackToSignIn />
    </>
  );
}
