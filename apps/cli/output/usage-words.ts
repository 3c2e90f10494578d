import type { Language } from './languages.js';

/** What `--help` says, in Vietnamese; what stands in `<…>` and after `--` is typed as it is. */
const VI = {
  thidua: 'Phong trào thi đua: chấm điểm các tệp, và trông nom cơ sở dữ liệu của dịch vụ',
  settings: 'Thiết lập của dịch vụ (DATA_DIR, DATABASE_URL, …) được đọc từ các biến môi trường.',
  titles: { usage: 'Cách dùng:', arguments: 'Đối số:', options: 'Tùy chọn:', commands: 'Các lệnh:' },
  options: '[tùy chọn]',
  command: '[lệnh]',
  help: 'hướng dẫn của lệnh',
  lang: 'ngôn ngữ của nội dung in ra: vi (mặc định) hoặc en',
  file: 'tệp thi đua: .json, .yaml hoặc .yml',
  commands: {
    score: 'chấm điểm một tệp thi đua; mã thoát 0: đã tính, 2: tệp sai, 1: trường hợp khác',
    verify:
      'tính lại kết quả của một gói kiểm chứng; mã thoát 0: trùng khớp, 2: khác, nêu từng chỗ, 1: trường hợp khác',
    diff: 'so sánh hai kết quả: ai lên xuống hạng, được hay mất xếp loại, khen thưởng, và vì sao',
    explain: 'giải thích điểm, hạng, xếp loại và khen thưởng của một đơn vị được tính thế nào',
    check:
      'liệt kê theo dòng những chỗ sai, hoặc có lẽ không đúng ý, của một tệp; mã thoát 0: đúng, 2: sai, 1: trường hợp khác',
    schema: 'in JSON Schema của tệp thi đua, cho trình soạn thảo',
    import: 'nhập một tệp thi đua vào cơ sở dữ liệu, nhập hết hoặc không nhập gì',
    migrate: 'cập nhật cấu trúc của cơ sở dữ liệu',
    audit: 'xem xét nhật ký trong cơ sở dữ liệu',
    auditVerify:
      'đọc toàn bộ nhật ký và dữ liệu mà nhật ký ghi nhận; mã thoát 0: nguyên vẹn, 1: đã bị sửa, nêu từng chỗ',
    demo: 'chạy thử công việc chính qua một dịch vụ đang chạy: nộp, xếp hạng, xem xét, quyết định',
  },
  arguments: {
    bundle: 'gói mà `thidua score FILE --bundle` in ra',
    result: 'kết quả hoặc tệp thi đua',
  },
  flags: {
    resultJson: 'in kết quả dạng tài liệu JSON, hoặc {"errors": […]}',
    bundle: 'in tệp cùng kết quả của nó, cho `thidua verify`',
    findingsJson: 'in {"findings": […]}',
    diffJson: 'in bảng so sánh dạng tài liệu JSON',
    unit: 'mã của đơn vị',
    criterion: 'chỉ tiêu chí này',
    reward: 'chỉ hình thức khen thưởng này',
    explainJson: 'in toàn bộ phần giải thích dạng tài liệu JSON',
    checkJson: 'in {"errors": […], "warnings": […]}',
    heads: 'các dấu cuối đã lưu ở nơi khác (SỐ:MÃ): nhật ký phải có từng dấu',
    auditJson: 'in {"head": …, "findings": […]}',
    url: 'địa chỉ của dịch vụ (mặc định {url})',
    links: 'liên kết đăng nhập mà `npm start` in ra; không có thì được tạo trong cơ sở dữ liệu của dịch vụ',
  },
  errors: {
    any: 'lệnh không đúng: {message}',
    missingArgument: 'thiếu đối số <{0}>',
    optionMissingArgument: 'tùy chọn {0} thiếu giá trị',
    missingMandatoryOptionValue: 'thiếu tùy chọn bắt buộc {0}',
    conflictingOption: 'không dùng tùy chọn {0} cùng với {1}',
    unknownOption: 'không có tùy chọn {0}',
    unknownCommand: 'không có lệnh {0}',
    excessArguments: 'thừa đối số: cần {expected}, có {received}',
    invalidArgument: 'tùy chọn {0}: giá trị “{1}” không dùng được; chọn một trong: {choices}',
    meant: '(có phải ý là {meant}?)',
  },
};

export type UsageWords = typeof VI;

const EN: UsageWords = {
  thidua: 'Emulation competitions: score files, and look after the database of a service',
  settings: 'Settings of the service (DATA_DIR, DATABASE_URL, …) are read from the environment.',
  titles: { usage: 'Usage:', arguments: 'Arguments:', options: 'Options:', commands: 'Commands:' },
  options: '[options]',
  command: '[command]',
  help: 'display help for command',
  lang: 'language of what is printed: vi (default) or en',
  file: 'competition file: .json, .yaml or .yml',
  commands: {
    score: 'compute a competition file: 0 computed, 2 the file is wrong, 1 anything else',
    verify: 'compute the result of a bundle again: 0 the same, 2 changed, each place named, 1 anything else',
    diff: 'compare two results: who moved, gained or lost a class or a reward, and why',
    explain: 'tell how the figures, the rank, the class and the rewards of one unit came about',
    check: 'list what is wrong with a competition file, or hardly meant, by line: 0 sound, 2 wrong, 1 anything else',
    schema: 'print the JSON Schema of competition files, for editors',
    import: 'take a competition file into the database, all of it or nothing',
    migrate: "bring the database's schema up to date",
    audit: 'look into the audit log of the database',
    auditVerify: 'read the whole log and what it tells of: 0 as it was written, 1 changed, each place named',
    demo: 'drive the main job through a running service: submit, rank, review, decide',
  },
  arguments: {
    bundle: 'as `thidua score FILE --bundle` prints it',
    result: 'result document or competition file',
  },
  flags: {
    resultJson: 'print the result document, or {"errors": […]}',
    bundle: 'print the file and its result together, for `thidua verify`',
    findingsJson: 'print {"findings": […]}',
    diffJson: 'print the comparison as a document',
    unit: 'code of the unit',
    criterion: 'only this criterion',
    reward: 'only this reward',
    explainJson: 'print the whole account as a document',
    checkJson: 'print {"errors": […], "warnings": […]}',
    heads: 'heads noted elsewhere (NUMBER:HASH): each must be in the log',
    auditJson: 'print {"head": …, "findings": […]}',
    url: 'address of the service (default {url})',
    links: 'sign-in links as `npm start` prints them; absent: made in the database of the service',
  },
  errors: {
    any: '{message}',
    missingArgument: 'missing argument <{0}>',
    optionMissingArgument: 'option {0} lacks its value',
    missingMandatoryOptionValue: 'option {0} must be given',
    conflictingOption: 'option {0} cannot be used with {1}',
    unknownOption: 'unknown option {0}',
    unknownCommand: 'unknown command {0}',
    excessArguments: 'too many arguments: {expected} expected, {received} given',
    invalidArgument: 'option {0}: “{1}” is not possible, but one of {choices}',
    meant: '(did you mean {meant}?)',
  },
};

export const USAGE_WORDS: Readonly<Record<Language, UsageWords>> = { vi: VI, en: EN };
