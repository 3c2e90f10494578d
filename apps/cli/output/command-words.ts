import type { Language, Words } from './languages.js';

interface CheckWords {
  right: string;
  warned(warnings: number): string;
  wrong(errors: number): string;
}

const many = (count: number, one: string, more: string): string => `${count} ${count === 1 ? one : more}`;

/** How a check ends. */
export const CHECK_WORDS: Readonly<Record<Language, CheckWords>> = {
  vi: {
    right: 'tệp đúng, không có lỗi và không có cảnh báo.',
    warned: (warnings) => `tệp đúng, có ${warnings} cảnh báo.`,
    wrong: (errors) => `tệp có ${errors} lỗi.`,
  },
  en: {
    right: 'the file is right: no errors, no warnings.',
    warned: (warnings) => `the file is right, with ${many(warnings, 'warning', 'warnings')}.`,
    wrong: (errors) => `the file has ${many(errors, 'error', 'errors')}.`,
  },
};

/** What stands in the way of a command; each says what to put right. */
export const FAILURES = {
  extension: (path: string): Words => ({
    vi: `${path}: tệp thi đua phải có đuôi .json, .yaml hoặc .yml`,
    en: `${path}: a competition file ends in .json, .yaml or .yml`,
  }),
  missing: (path: string): Words => ({ vi: `${path}: không có tệp này`, en: `${path}: there is no such file` }),
  folder: (path: string): Words => ({ vi: `${path}: đây là thư mục, không phải tệp`, en: `${path}: is a folder` }),
  access: (path: string): Words => ({ vi: `${path}: không có quyền đọc tệp này`, en: `${path}: may not be read` }),
  unreadable: (path: string, message: string): Words => ({
    vi: `${path}: không đọc được tệp (${message})`,
    en: `${path}: ${message}`,
  }),
  unit: (path: string, unit: string, known: readonly string[]): Words => ({
    vi: `${path}: không có đơn vị mã ${unit}; các đơn vị: ${known.join(', ')}`,
    en: `${path} has no unit ${unit}; its units: ${known.join(', ')}`,
  }),
  criterion: (path: string, criterion: string): Words => ({
    vi: `${path}: thang điểm của đơn vị không có tiêu chí mã ${criterion}`,
    en: `${path}: the unit has no criterion ${criterion}`,
  }),
  reward: (path: string, reward: string): Words => ({
    vi: `${path}: không có hình thức khen thưởng mã ${reward}`,
    en: `${path} has no reward ${reward}`,
  }),
};

/** What `thidua verify` and `thidua import` say of what went well, and of what was found. */
export const DONE = {
  verified: (path: string): Words => ({
    vi: `${path}: kết quả đúng là kết quả tính từ tệp, trùng khớp từng giá trị`,
    en: `${path}: the result is that of the file, value by value`,
  }),
  sides: (expected: string, found: string): Words => ({
    vi: `(phải là ${expected}, trong gói là ${found})`,
    en: `(expected ${expected}, found ${found})`,
  }),
  imported: (campaign: string, clusters: number, units: number, entries: number): Words => ({
    vi: `Đã nhập phong trào ${campaign}: ${clusters} cụm, ${units} đơn vị, ${entries} số liệu.`,
    en: `Imported campaign ${campaign}: ${clusters} clusters, ${units} units, ${entries} entries.`,
  }),
};
