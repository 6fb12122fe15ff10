import type { Text } from "#state/base/text.ts";

/**
 * Failures of the machine, for the person in front of it: what happened and what to do, in both
 * languages. The thrown error says the particulars. `runtime/ERRORS.md` is written from here.
 */
export interface FailureText {
  readonly what: Text;
  readonly fix: Text;
}

const text = (zhWhat: string, enWhat: string, zhFix: string, enFix: string): FailureText => ({
  what: { zh: zhWhat, en: enWhat },
  fix: { zh: zhFix, en: enFix },
});

export const failureTexts: { readonly [code: string]: FailureText } = {
  "state/broken-assumption": text(
    "程序发现自身状态不合理，已停止",
    "The program found itself in an impossible state and stopped",
    "重新启动终端；已记录的数据不受影响。请把日志发给技术支持。",
    "Restart the terminal; nothing recorded is lost. Send the log to support.",
  ),
  "ledger/append-failed": text(
    "账本无法写入，最后一步是否记录不确定",
    "The ledger could not be written; the last step is in doubt",
    "检查磁盘空间与磁盘健康后重新启动；启动后屏幕显示的就是已保存的。",
    "Check the disk's space and health and start again: the screen then shows what was kept.",
  ),
  "ledger/damaged": text(
    "账本中有一条记录已损坏",
    "An entry of the ledger is damaged",
    "不要在这台机器上继续销售。运行 guitai ledger verify 并把结果告诉技术支持。",
    "Do not sell on it. Run `guitai ledger verify` and give support its answer.",
  ),
  "ledger/wrong-terminal": text(
    "这个账本属于另一台终端",
    "This ledger belongs to another terminal",
    "放回本机原来的身份文件，或换一个空的数据目录。",
    "Put this terminal's own identity file back, or give it an empty data folder.",
  ),
  "ledger/sqlite-too-old": text(
    "运行引擎自带的 SQLite 版本太旧",
    "The engine's SQLite is too old",
    "运行 npm ci 安装固定版本的引擎，再用 npm start 启动。",
    "Run `npm ci`, which installs the pinned engine, and start with `npm start`.",
  ),
  "ledger/no-such-file": text(
    "找不到账本文件",
    "There is no such ledger",
    "给出 ledger.db 的路径，例如 .guitai/shop/terminal/ledger.db。",
    "Give the path of a ledger.db, such as .guitai/shop/terminal/ledger.db.",
  ),
  "identity/too-open": text(
    "本机密钥文件可被其他用户读取",
    "Other users can read the terminal's key file",
    "按提示用 chmod 600 收紧权限后重试。",
    "Restrict it with chmod 600 as printed, and try again.",
  ),
  "host/data-in-use": text(
    "已有一个终端在使用这个数据目录",
    "Another terminal is running on this data folder",
    "使用已经运行的那个，或先停止它。",
    "Use the one that runs, or stop it first.",
  ),
  "host/option-missing": text(
    "缺少必需的启动选项",
    "A needed option is missing",
    "查看 guitai --help。",
    "See `guitai --help`.",
  ),
  "host/bad-option": text(
    "启动选项的值不能用",
    "An option of the start has a value that cannot be used",
    "什么都没有改变。按提示改正后重新启动；查看 guitai run --help。",
    "Nothing has changed. Correct it as printed and start again; see `guitai run --help`.",
  ),
  "host/bad-address": text(
    "设备地址写法不对",
    "That is no address of a device",
    "写成 /dev/ttyACM0、serial:05f9:4204、port:1-1.4（串口）、hid:0c2e:0b61（扫描枪）、" +
      "usb:04b8:0e28 或 tcp:192.0.2.7（打印机）。",
    "Write /dev/ttyACM0, serial:05f9:4204, port:1-1.4 (serial), hid:0c2e:0b61 (scanner), " +
      "usb:04b8:0e28 or tcp:192.0.2.7 (printer).",
  ),
  "device/claimed": text(
    "两台设备配置了同一个地址",
    "Two devices are configured at one address",
    "给每台设备各自的地址后重新启动；guitai doctor 列出机器上的端口。",
    "Give each its own address and start again; `guitai doctor` lists this machine's ports.",
  ),
  "device/not-found": text(
    "找不到这台设备",
    "The device is not found",
    "检查数据线、电源，以及启动选项里的地址。",
    "Check cable and power, and the address that the terminal was started with.",
  ),
  "device/not-opened": text(
    "系统一直没有打开这个设备",
    "The system has begun to open the device and does not come to an end",
    "拔下设备再插上；仍不行就重启本机。其他设备照常工作。",
    "Pull its plug and put it in again; if that does not help, restart this machine. The other " +
      "devices go on working.",
  ),
  "device/silent": text(
    "端口已打开，设备没有回答",
    "Its port is open and the device does not answer",
    "检查设备电源；串口设备还要核对波特率。",
    "Check that it is switched on; on a serial line check the baud rate as well.",
  ),
  "device/needs-a-hand": text(
    "设备在，但需要人处理：缺纸、上盖、切刀或脱机",
    "The device is there and needs a hand: paper, cover, cutter, or off line",
    "装好纸卷、合上上盖；仍有故障就关机再开。没打完的小票之后会再打。",
    "Load paper, close the cover; if that does not help, switch it off and on. An unfinished " +
      "receipt is printed after that.",
  ),
  "device/lost": text(
    "连接断开，正在重新寻找设备",
    "The device was lost, and is looked for",
    "检查它的数据线和电源；接好后会自己恢复。",
    "Check its cable and its power: it comes back by itself.",
  ),
  "device/in-use": text(
    "另一个程序正占用这台设备",
    "Another program holds the device",
    "关掉那个程序，终端会自己再连；sudo fuser -v 加设备路径可以看到是谁。",
    "Close that program: the terminal then opens the device by itself. `sudo fuser -v` and the " +
      "device's path tell which it is.",
  ),
  "device/forbidden": text(
    "当前用户无权打开这台设备",
    "This user may not open the device",
    "运行 sudo guitai doctor --fix-udev --install 后重新插拔；机器自带的串口运行 " +
      "sudo usermod -aG dialout $USER 后重新登录。",
    "Run `sudo guitai doctor --fix-udev --install` and replug the device; for a serial port of " +
      "the machine itself, `sudo usermod -aG dialout $USER`, and log in again.",
  ),
  "device/unreachable": text(
    "网络上的这个地址没有打印机回答",
    "No printer answers at this address of the network",
    "打印机自检页上有它的地址：核对地址和端口、网线，并确认已开机。",
    "Compare address and port with the printer's self-test page; check its network cable, and " +
      "that it is switched on.",
  ),
  "device/of-another-kind": text(
    "这个地址上插的是另一类设备",
    "A device of another kind is plugged in at this address",
    "把地址换成正确设备的；guitai doctor 列出机器上的端口。",
    "Give the address of the right device; `guitai doctor` lists what is plugged in where.",
  ),
  "device/ambiguous": text(
    "有不止一台设备符合这个地址",
    "More than one device fits the address",
    "在地址里加上序列号（serial:05f9:4204:序列号）或插口（serial:05f9:4204@1-1.4）；" +
      "guitai doctor 列出两者。",
    "Add the serial number (serial:05f9:4204:NUMBER) or the socket (serial:05f9:4204@1-1.4) " +
      "to the address; `guitai doctor` lists both.",
  ),
  "host/unknown-device": text(
    "没有叫这个名字的设备型号或协议",
    "No device model or protocol has this name",
    "从提示列出的名称中选一个；guitai devices 列出全部。",
    "Choose one of the names it lists; `guitai devices` shows them all.",
  ),
  "host/bad-drawer": text(
    "钱箱设置超出允许范围",
    "A setting of the drawer is out of its range",
    "按提示的范围改正：脉冲 20 至 126 毫秒，引脚 2 或 5。",
    "Keep to the range it names: a pulse of 20 to 126 ms, pin 2 or 5.",
  ),
  "host/part-failed": text(
    "演示门店的一个部分没有启动",
    "A part of the demo shop did not start",
    "按它自己的提示处理后重新启动；已记录的数据不受影响。",
    "Do what it says and start again; nothing recorded is lost.",
  ),
  "host/demo-refused": text(
    "演示门店无法自动开通",
    "The demo shop could not be opened by itself",
    "打开柜台屏幕手工继续，或换一个数据目录。",
    "Open the counter screen and go on by hand, or use another --data folder.",
  ),
  "doctor/other-engine": text(
    "运行的引擎不是固定的版本",
    "The engine that runs is not the pinned one",
    "运行 npm ci，并用 guitai 命令启动。",
    "Run `npm ci`, and start with `guitai`.",
  ),
  "doctor/binding-missing": text(
    "一个设备驱动库无法加载",
    "A native binding does not load",
    "按提示安装缺少的系统库，或运行 npm ci。",
    "Install the system's library that it names, or run `npm ci`.",
  ),
  "doctor/data-not-writable": text(
    "数据目录不可写",
    "The data folder cannot be written",
    "让运行终端的用户拥有它。",
    "Give it to the user that runs the till.",
  ),
  "doctor/disk-full": text(
    "磁盘快满了",
    "The disk is nearly full",
    "清理磁盘；写满后终端会停止，已记录的数据不受影响。",
    "Free some space: a full disk stops the till. What is recorded stays.",
  ),
  "doctor/two-rows-fit": text(
    "一台设备同样像两个型号",
    "A device fits two rows of the table equally well",
    "在启动选项中写明型号。",
    "Name the model in the options of the start.",
  ),
  "doctor/terminal-silent": text(
    "终端正在运行，但不回答",
    "A terminal is running and does not answer",
    "等一分钟再试；仍不回答请重新启动终端。已记录的数据不受影响。",
    "Try again in a minute, or restart the terminal. What is recorded stays.",
  ),
  "doctor/no-rules": text(
    "没有插着可用 udev 规则放行的设备，什么都没有写",
    "No device that a udev rule could open is plugged in; nothing was written",
    "插好设备后再运行一次；guitai doctor 不认识的设备，要先启动写有它地址的终端。",
    "Plug the devices in and run it again; for one that `guitai doctor` does not know, start the " +
      "terminal with its address first.",
  ),
  "host/no-folder": text(
    "数据目录无法建立",
    "The data folder could not be made",
    "换一个 --data 目录，或让运行终端的用户拥有它的上级目录。什么都没有记录。",
    "Choose another --data folder, or give the one above it to the user that runs the till. " +
      "Nothing was recorded.",
  ),
  "doctor/rules-not-written": text(
    "udev 规则文件无法写入",
    "The udev rules could not be written",
    "用 sudo 再运行一次，或不带 --install 打印规则后手工放置。",
    "Run it again with sudo, or print the rules without --install and place them by hand.",
  ),
  "configuration/untrusted": text(
    "后台发来的配置无法验证，没有采用",
    "The backend's configuration could not be verified and was not adopted",
    "终端会自动重试；若一直如此请联系技术支持。",
    "The terminal tries again by itself; if it stays so, call support.",
  ),
  "screen/foreign-page": text(
    "请求来自别的网页，已拒绝",
    "The request came from another page and was refused",
    "请用启动时显示的地址打开柜台屏幕。",
    "Open the counter screen with the address that was printed at start.",
  ),
  "screen/not-an-intent": text(
    "请求内容不是有效操作",
    "The request is no intent",
    "没有任何变化。请刷新页面；开发者请看 state/intent.ts。",
    "Nothing has changed. Reload the page; developers see state/intent.ts.",
  ),
  "screen/too-many": text(
    "打开的柜台屏幕过多",
    "Too many counter screens are open",
    "关闭不用的页面后重试。",
    "Close the pages that are not needed and try again.",
  ),
  "page/misunderstood": text(
    "页面与程序版本不一致",
    "The page and the program are of different versions",
    "刷新页面。",
    "Reload the page.",
  ),
  "screen/port-taken": text(
    "端口已被其他程序占用",
    "The port is taken by another program",
    "停止占用端口的程序，或用 --port 换一个端口。",
    "Stop the program that uses it, or start with another --port.",
  ),
};
