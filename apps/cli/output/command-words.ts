import type { Language, Words } from './languages.js';

/** How much there is in a file. */
export interface FileSize {
  clusters: number;
  units: number;
  entries: number;
}

interface CheckWords {
  right(size: FileSize, warnings: number): string;
  wrong(errors: number): string;
}

const many = (count: number, one: string, more: string): string => `${count} ${count === 1 ? one : more}`;

const sizeOf = ({ clusters, units, entries }: FileSize): Words => ({
  vi: `${clusters} cụm, ${units} đơn vị, ${entries} số liệu`,
  en: [many(clusters, 'cluster', 'clusters'), many(units, 'unit', 'units'), many(entries, 'entry', 'entries')].join(
    ', ',
  ),
});

/** How a check ends. */
export const CHECK_WORDS: Readonly<Record<Language, CheckWords>> = {
  vi: {
    right: (size, warnings) => `tệp đúng, không có lỗi, ${warnings} cảnh báo; ${sizeOf(size).vi}.`,
    wrong: (errors) => `tệp có ${errors} lỗi.`,
  },
  en: {
    right: (size, warnings) =>
      `the file is right: no errors, ${many(warnings, 'warning', 'warnings')}; ${sizeOf(size).en}.`,
    wrong: (errors) => `the file has ${many(errors, 'error', 'errors')}.`,
  },
};

/** What stands in the way of a command; each says what to put right. */
export const FAILURES = {
  extension: (path: string): Words => ({
    vi: `${path}: tệp thi đua phải có đuôi .json, .yaml hoặc .yml`,
    en: `${path}: a competition file ends in .json, .yaml or .yml`,
  }),
  missing: (path: string): Words => ({
    vi: `${path}: không có tệp này; hãy kiểm tra lại tên và thư mục của tệp`,
    en: `${path}: there is no such file; check its name and folder`,
  }),
  folder: (path: string): Words => ({
    vi: `${path}: đây là thư mục; hãy ghi tên một tệp trong đó`,
    en: `${path}: is a folder; name a file in it`,
  }),
  access: (path: string): Words => ({
    vi: `${path}: không có quyền đọc tệp này; hãy xin quyền, hoặc chép tệp sang nơi đọc được`,
    en: `${path}: may not be read; ask for the right, or copy it to where it can be read`,
  }),
  unreadable: (path: string, message: string): Words => ({
    vi: `${path}: không đọc được tệp (${message})`,
    en: `${path}: ${message}`,
  }),
  noDatabase: (file: string): Words => ({
    vi: `${file}: không có cơ sở dữ liệu này; hãy đặt DATA_DIR hoặc DATABASE_URL như của dịch vụ`,
    en: `${file}: there is no such database; set DATA_DIR or DATABASE_URL as for the service`,
  }),
  unnamedDatabase: (file: string): Words => ({
    vi: `${file}: chưa có cơ sở dữ liệu, và không thiết lập nào nêu nơi đặt; hãy đặt DATA_DIR hoặc DATABASE_URL như của dịch vụ, hoặc thêm --create để tạo mới tại đây`,
    en: `${file}: there is no database yet, and no setting names one; set DATA_DIR or DATABASE_URL as for the service, or add --create to make a new one here`,
  }),
  noOrigin: {
    vi: 'dịch vụ không nghe trên chính máy này, nên liên kết không có địa chỉ an toàn nào; hãy đặt PUBLIC_ORIGIN, ví dụ https://…',
    en: 'the service does not listen on this machine itself, so a link has no safe address; set PUBLIC_ORIGIN, https://…',
  } satisfies Words,
  unit: (path: string, unit: string, known: readonly string[]): Words => ({
    vi: `${path}: không có đơn vị mã ${unit}; các đơn vị: ${known.join(', ')}`,
    en: `${path} has no unit ${unit}; its units: ${known.join(', ')}`,
  }),
  criterion: (path: string, criterion: string, known: readonly string[]): Words => ({
    vi: `${path}: thang điểm của đơn vị không có tiêu chí mã ${criterion}; các tiêu chí: ${known.join(', ')}`,
    en: `${path}: the unit has no criterion ${criterion}; its criteria: ${known.join(', ')}`,
  }),
  reward: (path: string, reward: string, known: readonly string[]): Words => ({
    vi: `${path}: không có hình thức khen thưởng mã ${reward}; các hình thức: ${known.join(', ')}`,
    en: `${path} has no reward ${reward}; its rewards: ${known.join(', ')}`,
  }),
};

/** Which database a command has opened. */
export const databaseLine = (name: string): Words => ({ vi: `Cơ sở dữ liệu: ${name}`, en: `Database: ${name}` });

/** What commands say of what went well, and of what was found. */
export const DONE = {
  verified: (path: string): Words => ({
    vi: `${path}: kết quả đúng là kết quả tính từ tệp, trùng khớp từng giá trị`,
    en: `${path}: the result is that of the file, value by value`,
  }),
  sides: (expected: string, found: string): Words => ({
    vi: `(phải là ${expected}, trong gói là ${found})`,
    en: `(expected ${expected}, found ${found})`,
  }),
  imported: (campaign: string, size: FileSize): Words => ({
    vi: `Đã nhập phong trào ${campaign}: ${sizeOf(size).vi}.`,
    en: `Imported campaign ${campaign}: ${sizeOf(size).en}.`,
  }),
  upToDate: {
    vi: 'Cấu trúc của cơ sở dữ liệu đã là mới nhất.',
    en: 'The schema is up to date.',
  } satisfies Words,
  administrator: (link: string): Words => ({
    vi: `Trong một giờ, ai mở liên kết này sẽ trở thành quản trị hệ thống, một lần duy nhất; các liên kết trước không còn hiệu lực:\n  ${link}`,
    en: `Within an hour, whoever opens this link becomes an administrator, once; the links before it are void:\n  ${link}`,
  }),
  ran: (migration: string): Words => ({ vi: `đã chạy ${migration}`, en: `ran ${migration}` }),
};
