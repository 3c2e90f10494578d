/** The words of the field in what the commands print: Vietnamese, as on the screens of the service. */
export const WORDS = {
  rank: 'Hạng',
  rankBefore: 'Hạng trước',
  movement: 'Thay đổi',
  unit: 'Đơn vị',
  bonus: 'Thưởng',
  penalty: 'Trừ',
  total: 'Tổng',
  totalBefore: 'Tổng trước',
  class: 'Xếp loại',
  notes: 'Ghi chú',
  tied: 'đồng hạng',
  incomplete: 'thiếu',
  held: 'tạm dừng xét',
  barred: 'không xét khen thưởng',
  rewards: 'Đề nghị khen thưởng',
  reward: 'Hình thức khen thưởng',
  group: 'Cụm',
  wholeCampaign: '(toàn phong trào)',
  quota: 'Số suất',
  open: 'Còn',
  state: 'Tình trạng',
  proposed: 'đề nghị',
  tieAtEdge: 'đồng hạng ở suất cuối',
  nobody: '–',
} as const;

/** A decimal of the service or of a result, as Vietnamese readers write it. */
export function withComma(decimal: string): string {
  return decimal.replace('.', ',');
}
