import type { Words } from '../rules/form.js';
import type { Expected } from '../text/scalars.js';

/** What `field.type` expects. */
export const EXPECTED_WORDS: Readonly<Record<Expected, Words>> = {
  object: { vi: 'một nhóm mục (mỗi mục một tên và một giá trị)', en: 'An object' },
  list: { vi: 'một danh sách', en: 'A list' },
  text: { vi: 'chữ, nếu chỉ gồm chữ số thì đặt trong ngoặc kép', en: 'Text' },
  decimal: { vi: 'một số', en: 'A decimal' },
  code: { vi: 'một mã viết bằng chữ trong ngoặc kép', en: 'A code (text)' },
  date: { vi: 'một ngày, viết như “2022-12-31”', en: 'A date such as “2022-12-31”' },
  flag: { vi: '“true” (có) hoặc “false” (không), không đặt trong ngoặc kép', en: '“true” or “false”, without quotes' },
  source: {
    vi: 'một số liệu, viết như “total” (tổng điểm) hoặc “part:” kèm mã của phần',
    en: 'A figure such as “total”, or “part:” with the code of a part,',
  },
  key: {
    vi: 'một tiêu chuẩn xếp hạng, viết như “total” (tổng điểm) hoặc “part:” kèm mã của phần',
    en: 'A ranking key such as “total”, or “part:” with the code of a part,',
  },
  name: {
    vi: 'một tên bắt đầu bằng chữ cái, viết như “so_ho”',
    en: 'A name that begins with a letter, such as “so_ho”,',
  },
  condition: { vi: 'một điều kiện so sánh, viết như “a > 1”', en: 'A condition such as “a > 1”' },
  shareOf: {
    vi: '“ranked” (các đơn vị được xếp hạng) hoặc “class:” kèm mã xếp loại đứng ngay sau',
    en: '“ranked”, or “class:” with the code of the next class,',
  },
  quotaOf: {
    vi: '“ranked” (các đơn vị được xếp hạng) hoặc “reward:” kèm mã hình thức khen thưởng đứng trước',
    en: '“ranked”, or “reward:” with the code of an earlier reward,',
  },
  share: { vi: 'một tỷ lệ, viết như “2/3”, “90%” hoặc 0.9', en: 'A share such as “2/3”, “90%” or 0.9' },
};

export const SECTION_WORDS: Readonly<Record<string, Words>> = {
  part: { vi: 'phần', en: 'part' },
  group: { vi: 'nhóm', en: 'group' },
  bonus: { vi: 'điểm thưởng', en: 'bonus' },
  penalty: { vi: 'điểm trừ', en: 'penalty' },
};

/** What a sheet is of. */
export const PLACE_WORDS: Readonly<Record<string, Words>> = {
  unit: { vi: 'đơn vị', en: 'unit' },
  stage: { vi: 'bước chấm', en: 'stage' },
  round: { vi: 'kỳ chấm', en: 'round' },
};

/** The value fields of an entry. */
export const VALUE_WORDS: Readonly<Record<string, Words>> = {
  points: { vi: 'điểm', en: 'points' },
  actual: { vi: 'số thực hiện', en: 'the actual value' },
  plan: { vi: 'chỉ tiêu', en: 'the plan value' },
  count: { vi: 'số lần', en: 'the count' },
  choice: { vi: 'mức được chọn', en: 'the choice' },
  on: { vi: 'ngày hoàn thành', en: 'the date' },
  done: { vi: 'các nội dung đã làm', en: 'the items done' },
  items: { vi: 'các mục thực hiện và chỉ tiêu', en: 'the items' },
  tally: { vi: 'số lượng từng loại', en: 'the numbers by label' },
  inputs: { vi: 'số liệu của công thức', en: 'the inputs of the formula' },
  marks: { vi: 'điểm của các thành viên', en: 'the marks of the members' },
};

/** What the format lets one choose from, in the reader's words. */
export const CHOICE_WORDS: Readonly<Record<string, string>> = {
  collective: 'tập thể',
  individual: 'cá nhân',
  unit: 'đơn vị',
  cluster: 'cụm',
  office: 'cơ quan thường trực',
  campaign: 'toàn phong trào',
  required: 'bắt buộc',
  optional: 'không bắt buộc',
  halfUp: 'từ một nửa trở lên thì làm tròn lên',
  halfEven: 'đúng một nửa thì làm tròn về số chẵn',
  down: 'làm tròn xuống',
  up: 'làm tròn lên',
  zero: 'tính 0 điểm',
  unranked: 'không xếp hạng',
  skip: 'bỏ qua',
  sum: 'cộng lại',
  mean: 'trung bình',
  weighted: 'trung bình có trọng số',
  last: 'kỳ cuối',
  median: 'trung vị',
  members: 'toàn thể thành viên',
  present: 'thành viên tham gia',
  cast: 'số phiếu',
  higher: 'càng cao càng tốt',
  lower: 'càng thấp càng tốt',
  whole: 'theo bước trọn',
  proportional: 'theo tỷ lệ',
  actual: 'theo số thực hiện',
  percent: 'theo tỷ lệ so với chỉ tiêu',
  plus: 'cộng',
  minus: 'trừ',
  refuse: 'không nhận',
  relative: 'so với đơn vị tốt nhất của cụm',
  drop: 'bỏ khỏi thang điểm',
  full: 'tính đủ điểm',
  rescalePart: 'quy đổi trong từng phần',
  rescaleBase: 'quy đổi trên tổng các phần',
  superior: 'cấp trên',
  panel: 'hội đồng',
};
