import type { AuditFinding, AuditFindingCode } from '@thidua/platform';
import type { Language, Words } from './languages.js';

/** What `thidua audit verify` says besides what it found. */
export const AUDIT_WORDS = {
  sound: (records: number, head: string): Words => ({
    vi: `Nhật ký nguyên vẹn: ${records} bản ghi nối tiếp nhau, dữ liệu khớp với nhật ký. Dấu cuối: ${head}`,
    en: `The audit log is whole: ${records} records in one chain, and the data agree with them. Head: ${head}`,
  }),
  noHead: (text: string): Words => ({
    vi: `--head ${text}: dấu cuối phải có dạng SỐ:MÃ, mã gồm 64 chữ số thập lục phân`,
    en: `--head ${text}: a head is NUMBER:HASH, with 64 hexadecimal digits`,
  }),
};

type Sentence = (finding: AuditFinding) => Words;

/** What was found, by its code. */
const FOUND: Readonly<Record<AuditFindingCode, Sentence>> = {
  'audit.record.changed': ({ seq, subject }) => ({
    vi: `bản ghi ${seq} (${subject}) đã bị sửa: nội dung không khớp mã của chính nó`,
    en: `record ${seq} (${subject}) was changed: it does not have its own hash`,
  }),
  'audit.gap': ({ seq }) => ({
    vi: `trước bản ghi ${seq} thiếu bản ghi hoặc có bản ghi bị xen vào`,
    en: `before record ${seq} a record is missing, or one was slipped in`,
  }),
  'audit.link.broken': ({ seq }) => ({
    vi: `bản ghi ${seq} không nối với bản ghi ngay trước: một trong hai đã bị thay hoặc đổi chỗ`,
    en: `record ${seq} does not follow the one before it: one of the two was replaced or moved`,
  }),
  'audit.head.missing': ({ seq, subject }) => ({
    vi: `nhật ký kết thúc trước bản ghi ${seq} của dấu ${subject}: phần cuối đã bị cắt`,
    en: `the log ends before record ${seq} of the head ${subject}: its end was cut off`,
  }),
  'audit.head.differs': ({ seq, subject }) => ({
    vi: `bản ghi ${seq} không còn là bản ghi của dấu ${subject}: nhật ký đã bị viết lại`,
    en: `record ${seq} is no longer that of the head ${subject}: the log was written anew`,
  }),
  'audit.head.behind': ({ seq }) => ({
    vi: `dấu cuối mà cơ sở dữ liệu giữ không tới bản ghi ${seq}: dấu đã bị đổi, hoặc có bản ghi bị thêm vào ngoài hệ thống`,
    en: `the head kept in the database does not reach record ${seq}: it was changed, or records were added past the service`,
  }),
  'audit.head.ofReview': ({ seq, subject }) => ({
    vi: `dấu cuối lưu trong ${subject} (bản ghi ${seq}) không có trong nhật ký: nhật ký đã bị cắt hoặc viết lại`,
    en: `the head kept with ${subject} (record ${seq}) is not in the log: it was cut off or written anew`,
  }),
  'audit.row.changed': ({ seq, subject }) => ({
    vi: `${subject} đã bị sửa: không còn như khi ghi ở bản ghi ${seq}`,
    en: `${subject} was changed: it is not what record ${seq} recorded`,
  }),
  'audit.row.missing': ({ seq, subject }) => ({
    vi: `${subject} đã bị xóa: bản ghi ${seq} có ghi nhận`,
    en: `${subject} was deleted: record ${seq} tells of it`,
  }),
  'audit.row.restsOnOther': ({ seq, subject }) => ({
    vi: `${subject} (bản ghi ${seq}) dựa trên đề nghị khen thưởng đã bị sửa`,
    en: `${subject} (record ${seq}) rests on a proposal that was changed`,
  }),
  'audit.row.unrecorded': ({ subject }) => ({
    vi: `${subject} không có trong nhật ký: dữ liệu đã bị thêm vào ngoài hệ thống`,
    en: `no record tells of ${subject}: it was added past the service`,
  }),
};

/** Words of the rows that findings name, in Vietnamese; English has them as they are. */
const ROWS: readonly (readonly [kind: string, vi: string])[] = [
  ['submission', 'lần nộp'],
  ['campaign', 'quy tắc của phong trào'],
  ['review', 'lượt xem xét'],
  ['proposal', 'đề nghị khen thưởng'],
  ['decision', 'quyết định'],
];

export function findingLine(finding: AuditFinding, lang: Language): string {
  const kind = lang === 'vi' && ROWS.find(([each]) => finding.subject.startsWith(`${each} `));
  const subject = kind ? kind[1] + finding.subject.slice(kind[0].length) : finding.subject;
  return `${finding.code}: ${FOUND[finding.code]({ ...finding, subject })[lang]}`;
}
