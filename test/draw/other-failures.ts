import type { FailureText } from "#runtime/failure-texts.ts";

/** Codes of the programs beside the terminal. They say the particulars themselves. */

const text = (zhWhat: string, enWhat: string, zhFix: string, enFix: string): FailureText => ({
  what: { zh: zhWhat, en: enWhat },
  fix: { zh: zhFix, en: enFix },
});

const backend: { readonly [code: string]: FailureText } = {
  "backend/bad-option": text(
    "后台启动选项有误",
    "An option of the backend is wrong",
    "按所列用法改正后重新启动。",
    "Correct it as the usage says, and start again.",
  ),
  "backend/port-taken": text(
    "后台端口已被占用",
    "The backend's port is taken",
    "停止占用端口的程序，或换一个 --port。",
    "Stop what uses it, or choose another --port.",
  ),
  "backend/no-merchant": text(
    "数据库中没有商家",
    "There is no merchant in the database",
    "用 --demo 启动一次以放入演示商家。",
    "Start once with --demo to put the demo merchant in.",
  ),
  "backend/data-in-use": text(
    "另一个后台正在使用这个数据目录",
    "Another backend uses this data folder",
    "使用已经运行的那个，或先停止它。",
    "Use the one that runs, or stop it first.",
  ),
  "backend/data-unusable": text(
    "后台数据目录无法使用",
    "The backend's data folder cannot be used",
    "检查目录权限与磁盘空间；必要时从备份恢复。",
    "Check its permissions and the disk's space; restore it from a backup if need be.",
  ),
  "backend/database-unreachable": text(
    "连不上 PostgreSQL",
    "PostgreSQL cannot be reached",
    "检查 --database 地址与数据库是否运行。终端会保留未上传的数据。",
    "Check the --database address and that it runs. Terminals keep what they could not send.",
  ),
  "backend/failed": text(
    "后台处理请求时出错",
    "The backend failed at a request",
    "重试；仍不行请把后台日志发给技术支持。",
    "Try again; if it persists, send the backend's log to support.",
  ),
};

const requests: { readonly [code: string]: FailureText } = {
  "request/malformed": text(
    "请求内容不符合协议",
    "The request does not follow the protocol",
    "升级较旧的一方；没有任何数据被写入。",
    "Update whichever side is older; nothing was written.",
  ),
  "request/too-large": text(
    "请求过大",
    "The request is too large",
    "分批发送。",
    "Send it in parts.",
  ),
  "request/not-found": text("没有这个地址", "There is no such address", "核对地址。", "Check it."),
  "request/bad-signature": text(
    "请求签名无效",
    "The request's signature is not valid",
    "终端需重新激活，或恢复它原来的身份文件。",
    "Activate the terminal again, or put its own identity file back.",
  ),
  "request/replayed": text(
    "重复的请求已拒绝",
    "A request was sent twice and refused the second time",
    "无需处理；终端会用新的请求重试。",
    "Nothing to do: the terminal tries again with a new request.",
  ),
  "request/unreachable": text(
    "工作台连不上后台",
    "The workbench cannot reach the backend",
    "检查后台是否运行，然后刷新页面。",
    "See that the backend runs, then reload the page.",
  ),
  "request/foreign-host": text(
    "请求来自别的主机名，已拒绝",
    "The request named a foreign host and was refused",
    "用启动时显示的地址打开工作台。",
    "Open the workbench with the address that was printed at start.",
  ),
  "request/foreign-origin": text(
    "请求来自别的网页，已拒绝",
    "The request came from another page and was refused",
    "用启动时显示的地址打开工作台。",
    "Open the workbench with the address that was printed at start.",
  ),
};

const enrolment: { readonly [code: string]: FailureText } = {
  "enrolment/unknown-code": text(
    "没有这个激活码，或已过期",
    "There is no such code, or it has expired",
    "核对终端屏幕上的激活码。",
    "Compare it with the terminal's screen.",
  ),
  "enrolment/unknown-store": text(
    "没有这家门店",
    "There is no such store",
    "刷新门店列表后重选。",
    "Reload the list of stores and choose again.",
  ),
  "enrolment/store-full": text(
    "该门店的终端号已用完",
    "The store has no till number left",
    "先停用一台旧终端。",
    "Retire an old terminal first.",
  ),
  "enrolment/too-many-tries": text(
    "输错激活码次数过多",
    "Too many wrong codes",
    "稍等片刻再试。",
    "Wait a moment and try again.",
  ),
  "enrolment/too-many-waiting": text(
    "等待批准的终端过多",
    "Too many terminals are waiting",
    "先处理已在等待的终端。",
    "Approve or refuse those that wait.",
  ),
  "sign-in/not-administrator": text(
    "此账号不是新零售管理员",
    "This account is not a new-retail administrator",
    "换管理员账号登录工作台。",
    "Sign in to the workbench with an administrator's account.",
  ),
};

const simulator: { readonly [code: string]: FailureText } = {
  "simulator/bad-arguments": text(
    "模拟器启动选项有误",
    "An option of the simulator is wrong",
    "按所列用法改正后重新启动。",
    "Correct it as the usage says, and start again.",
  ),
  "simulator/bad-printer": text(
    "打印机文件有误",
    "The printer file is wrong",
    "按提示改正所指的字段；可用的字段见 docs/simulator.md，例子在 docs/printers/。",
    "Correct the field that is named; docs/simulator.md lists them, docs/printers/ has examples.",
  ),
  "simulator/bad-rack": text(
    "商品架文件有误",
    "The rack file is wrong",
    "文件应为 JSON 数组：label 与 name.zh、name.en。",
    "It is a JSON array of label, name.zh and name.en.",
  ),
  "simulator/bad-scenario": text(
    "剧本文件有误",
    "A scenario file is wrong",
    "按提示改正所指的那一行；例子在 docs/scenarios/。",
    "Correct the line that is named; examples lie in docs/scenarios/.",
  ),
  "simulator/bad-value": text(
    "请求中有一个值不对",
    "A value in the request is wrong",
    "按提示改正所指的字段。",
    "Correct the field that is named.",
  ),
  "simulator/missing-field": text(
    "请求缺少字段",
    "A field is missing in the request",
    "补上所指的字段。",
    "Add the one that is named.",
  ),
  "simulator/not-json": text(
    "请求内容不是 JSON",
    "The request is not JSON",
    "发送 JSON，并带上 content-type: application/json。",
    "Send JSON with content-type: application/json.",
  ),
  "simulator/unknown-device": text(
    "没有这个设备",
    "There is no such device",
    "使用提示中列出的名称。",
    "Use one of the names that are listed.",
  ),
  "simulator/unknown-field": text(
    "请求中有不认识的字段",
    "The request has a field that nobody knows",
    "使用提示中列出的字段。",
    "Use one of the fields that are listed.",
  ),
  "simulator/bad-request": text(
    "请求内容有误",
    "The request is wrong",
    "接口说明见 simulator/DESIGN.md。",
    "The interface stands in simulator/DESIGN.md.",
  ),
  "simulator/failed": text(
    "模拟器处理请求时出错",
    "The simulator failed at a request",
    "重启模拟器。",
    "Start the simulator again.",
  ),
  "simulator/foreign-request": text(
    "请求来自别的网页，已拒绝",
    "The request came from another page and was refused",
    "用启动时显示的地址打开硬件台。",
    "Open the bench with the address that was printed at start.",
  ),
  "simulator/no-page": text(
    "硬件台页面还没有构建",
    "The bench's page has not been built",
    "用 npm start 启动，它会自动构建。",
    "Start with `npm start`, which builds it.",
  ),
  "simulator/no-pty": text(
    "无法打开伪终端",
    "No pseudo-terminal could be opened",
    "运行 npm ci；目前仅支持 Linux 与 macOS。",
    "Run `npm ci`; Linux and macOS have pseudo-terminals.",
  ),
  "simulator/no-receipt": text(
    "没有这张小票",
    "There is no such receipt",
    "先查看小票列表。",
    "Look at the list of receipts.",
  ),
  "simulator/not-found": text(
    "没有这个地址",
    "There is no such address",
    "核对地址。",
    "Check it.",
  ),
  "simulator/port-taken": text(
    "硬件台端口已被占用",
    "The bench's port is taken",
    "停止占用端口的程序，或换一个 --port。",
    "Stop what uses it, or choose another --port.",
  ),
  "simulator/usbip-port-taken": text(
    "USB/IP 端口已被占用",
    "The port for USB/IP is taken",
    "停止占用端口的程序，或换一个 --usbip 端口。",
    "Stop what uses it, or give --usbip another port.",
  ),
};

export const otherFailures = { ...backend, ...requests, ...enrolment, ...simulator };
