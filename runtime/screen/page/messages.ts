import type { Text } from "#state/base/text.ts";

/** Every word of the counter screen, both languages side by side: one missing does not compile. */

const text = (zh: string, en: string): Text => ({ zh, en });

/** Words that several screens share. */
export const common = {
  product: text("柜台", "Guitai"),
  switchLanguage: text("English", "中文"),
  till: (number: string) => text(`${number} 号机`, `Till ${number}`),
  signOff: text("签退", "Sign off"),
  back: text("返回", "Back"),
  backToSignIn: text("返回登录", "Back to sign-in"),
  dismiss: text("知道了", "Got it"),
  giveUpWeighing: text("不称了", "Give up"),
  backspace: text("退格", "Backspace"),
  confirm: text("确认", "Confirm"),
  letters: text("字母", "Letters"),
  digits: text("数字", "Digits"),
  noticeKinds: {
    info: text("提示", "Note"),
    warning: text("注意", "Attention"),
    error: text("出错", "Problem"),
  },
  misunderstood: {
    title: text("这一步没有执行", "That was not done"),
    detail: text(
      "屏幕和收银程序没有对上。已经完成的销售都还在。请再试一次；还不行就按 F5 刷新屏幕。",
      "Screen and software disagree. Finished sales are safe. Try again, or reload with F5.",
    ),
  },
  veil: {
    title: text("收银程序没有应答，正在重新连接", "Reconnecting to the counter software"),
    detail: text(
      "您看到过的都没有丢失。屏幕会自动恢复；超过一分钟还没有恢复，请重新启动本机。",
      "Nothing you saw is lost. The screen comes back by itself; after a minute, restart the till.",
    ),
  },
};

/** The bar at the foot of every screen. */
export const status = {
  label: text("设备与同步", "Devices and sync"),
  devices: {
    scanner: text("扫码枪", "Scanner"),
    printer: text("打印机", "Printer"),
    drawer: text("钱箱", "Drawer"),
    display: text("客显", "Display"),
    scale: text("秤", "Scale"),
  },
  states: {
    ready: text("正常", "ready"),
    faulted: text("要处理", "needs you"),
    absent: text("未连接", "not connected"),
  },
  drawerOpen: text("开着", "open"),
  allSafe: text("全部已同步", "All safe"),
  waiting: (count: number) =>
    text(
      `${count} 笔尚未上传`,
      `${count} ${count === 1 ? "sale" : "sales"} not yet safe elsewhere`,
    ),
  offline: text("离线，照常收款", "Offline, keep selling"),
  printing: (jobs: number) =>
    text(`${jobs} 张小票待打印`, `${jobs} ${jobs === 1 ? "receipt" : "receipts"} to print`),
};

export const activation = {
  progress: text("开通进度", "Activation"),
  stepOf: (step: number, steps: number) =>
    text(`第 ${step} / ${steps} 步`, `Step ${step} of ${steps}`),
  steps: {
    approve: text("批准本机", "Approve this till"),
    configure: text("下载配置", "Download settings"),
    signIn: text("员工登录", "Sign in"),
    enterprise: text("选择企业", "Choose company"),
    role: text("切换角色", "Switch role"),
    open: text("打开云POS", "Open cloud POS"),
    test: text("测试交易", "Test transaction"),
  },
  starting: text("正在启动", "Starting"),
  startingDetail: text(
    "正在核对本机账本。无需操作，几秒就好。",
    "Checking this till's ledger. Nothing to do; it takes a few seconds.",
  ),
  notActivated: text("正在取激活码", "Getting an activation code"),
  notActivatedDetail: text(
    "正在等总部服务器发码。无需操作，拿到后会自动显示。",
    "Waiting for head office to issue a code. Nothing to do; it appears here by itself.",
  ),
  noNetwork: text(
    "连不上总部服务器。请检查网线或 Wi-Fi;接通后会自动继续。",
    "Head office cannot be reached. Check the network cable or Wi-Fi; this goes on by itself.",
  ),
  approve: text("请管理员批准这台收银机", "Ask an administrator to approve this till"),
  approveSteps: [
    text(
      "管理员用手机扫二维码，或在电脑上打开这个地址",
      "The administrator scans the code, or opens this address",
    ),
    text("输入下面的激活码", "Enters this activation code"),
    text("核对指纹一致，再点批准", "Checks that the fingerprint is the same, then approves"),
  ],
  qr: text("激活地址的二维码", "QR code of the activation address"),
  code: text("激活码", "Activation code"),
  fingerprint: text("本机指纹", "Fingerprint"),
  expiresIn: text("有效时间还剩", "Valid for"),
  expired: text("激活码已过期", "This code has expired"),
  renew: text("换一个新激活码", "Get a new code"),
  awaitingApproval: text(
    "批准后本屏会自动进入下一步",
    "This screen goes on by itself once approved",
  ),
  configuring: text("已批准，正在下载配置", "Approved. Downloading settings"),
  configuringDetail: text(
    "商品、价格、税率和员工名单正在下载。无需操作，完成后自动继续。",
    "Articles, prices, taxes and staff are being downloaded. Nothing to do; it goes on by itself.",
  ),
  signIn: text("收银员请登录", "Cashier, please sign in"),
  signInDetail: text(
    "用总部员工表里的工号和 6 位数字密码登录。",
    "Use the staff number and 6-digit PIN from head office's staff sheet.",
  ),
  enterprise: (name: string) => text(`${name}，请选择企业`, `${name}, choose your company`),
  enterpriseDetail: text("选择这家门店所属的企业。", "Choose the company this store belongs to."),
  role: text("切换到收银员角色", "Switch to the cashier role"),
  roleDetail: text("只有收银员角色可以打开云POS。", "Only the cashier role can open cloud POS."),
  roles: {
    CASHIER: text("收银员", "Cashier"),
    STORE_MANAGER: text("店长", "Store manager"),
    NR_ADMIN: text("新零售管理员", "Retail administrator"),
  },
  forSelling: text("收银用这个角色", "The role for selling"),
  open: text("打开云POS", "Open cloud POS"),
  openDetail: text("点下面的云POS，向总部登记开机。", "Tap cloud POS below to register this till."),
  cloudPos: text("云POS", "Cloud POS"),
  opening: text("正在打开，请稍候", "Opening, one moment"),
};

export const test = {
  title: text("测试交易", "Test transaction"),
  detail: text(
    "零金额，不收钱，不算营业额。四步都通过就可以开始收银。",
    "No money, no turnover. When all four steps pass, this till can sell.",
  ),
  steps: {
    scan: text("扫码", "Scan"),
    print: text("打印", "Print"),
    drawer: text("钱箱", "Drawer"),
    sync: text("上传", "Sync"),
  },
  now: {
    scan: text("扫描任意商品条码", "Scan any article"),
    print: text("正在打印测试小票，请看打印机", "Printing a test receipt; watch the printer"),
    drawer: text("钱箱应当弹开；看到后请推回去", "The drawer should pop open; then push it shut"),
    sync: text("正在把测试交易传到总部", "Sending the test transaction to head office"),
    passed: text("全部通过，可以正式收银", "All passed. This till is ready to sell"),
  },
  done: text("已完成", "done"),
  current: text("进行中", "under way"),
  next: text("待进行", "to come"),
  scanned: (code: string) => text(`读到条码 ${code}`, `Read ${code}`),
  checkCable: text(
    "没有弹开？检查钱箱到打印机的连线插紧了没有。",
    "It stayed shut? Check that its cable is firmly in the printer.",
  ),
  retry: text("再试一次", "Try again"),
  goLive: text("开始正式收银", "Go live"),
};

export const signIn = {
  who: text("请选择员工", "Who is at the till?"),
  whoDetail: text(
    "点自己的名字，再输 6 位数字密码。",
    "Tap your name, then enter your 6-digit PIN.",
  ),
  noStaff: text(
    "员工名单还没有下载到本机。接通网络后会自动出现。",
    "The staff list has not reached this till yet. It appears once the network is back.",
  ),
  staff: text("员工", "Staff"),
  staffNo: text("工号", "Staff number"),
  pin: text("6 位数字密码", "6-digit PIN"),
  digitsTyped: (count: number) => text(`已输入 ${count} 位`, `${count} of 6 digits entered`),
  chooseFirst: text("请先选择员工", "Choose who you are first"),
};
