import type { RoleCode } from "#state/configuration.ts";
import type { CertificationState, StoreRevision } from "../certification.ts";

/** The demo merchant: the seed's 李四 and 王五 with their stores, and what can go wrong there. */
export const merchantId = "haolinju";
export const enterprise = { id: "E001", name: "好邻居商业（杭州）有限公司" } as const;
export const shop = { id: "TM3301", title: "好邻居官方旗舰店" } as const;
export const receiptFooter = "谢谢惠顾，欢迎再来。商品如有质量问题，请凭小票七日内退换。";
export const receiptUri = "https://haolinju.example/receipt/";

export interface DemoStore extends StoreRevision {
  readonly id: string;
  readonly certification: CertificationState;
}

export const stores: readonly DemoStore[] = [
  {
    id: "330108002",
    name: "滨江2号店",
    address: "浙江省杭州市滨江区江南大道228号",
    phone: "0571-86602002",
    certification: "certified",
  },
  {
    id: "330106001",
    name: "西溪1号店",
    address: "浙江省杭州市西湖区文二西路551号",
    phone: "0571-88801001",
    certification: "certified",
  },
  {
    id: "330110003",
    name: "余杭3号店",
    address: "浙江省杭州市余杭区五常街道联胜路10号",
    phone: "0571-89903003",
    certification: "pending",
  },
];

const company = enterprise.name;

/** Five levels where there is a store, the last one the store itself. */
export const departments: readonly {
  readonly id: string;
  readonly path: string;
  readonly storeId: string | null;
}[] = [
  { id: "D100", path: `${company}-总部-运营部`, storeId: null },
  { id: "D201", path: `${company}-新零售门店-浙江-杭州-滨江2号店`, storeId: "330108002" },
  { id: "D202", path: `${company}-新零售门店-浙江-杭州-西溪1号店`, storeId: "330106001" },
  { id: "D203", path: `${company}-新零售门店-浙江-杭州-余杭3号店`, storeId: "330110003" },
];

export interface DemoPerson {
  readonly staffNo: string;
  readonly name: string;
  readonly mobile: string;
  readonly roles: readonly RoleCode[];
  readonly departmentId: string;
  readonly pin: string;
}

/** Their PINs are printed by `npm start`, because this is a demo. */
export const people: readonly DemoPerson[] = [
  {
    staffNo: "1001",
    name: "李四",
    mobile: "13857100001",
    roles: ["CASHIER"],
    departmentId: "D201",
    pin: "270614",
  },
  {
    staffNo: "1002",
    name: "王五",
    mobile: "13857100002",
    roles: ["CASHIER"],
    departmentId: "D202",
    pin: "508316",
  },
  {
    staffNo: "1003",
    name: "赵敏",
    mobile: "13857100003",
    roles: ["STORE_MANAGER"],
    departmentId: "D201",
    pin: "936152",
  },
  {
    staffNo: "1004",
    name: "钱多多",
    mobile: "13857100004",
    roles: ["CASHIER"],
    departmentId: "D203",
    pin: "614927",
  },
  {
    staffNo: "9001",
    name: "孙主管",
    mobile: "13857109001",
    roles: ["NR_ADMIN"],
    departmentId: "D100",
    pin: "820573",
  },
];
