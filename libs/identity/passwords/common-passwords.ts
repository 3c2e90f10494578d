/**
 * Passwords of twelve and more letters that are tried first: walks over the keyboard, counting, the first words that come
 * to mind in English and Vietnamese, and the words of this trade. Lower case, without spaces.
 */
export const COMMON_PASSWORDS: ReadonlySet<string> = new Set(
  `
  123456789012 1234567890123 1234567890123456 012345678910 0123456789012 123123123123 111111111111 000000000000
  112233445566 987654321012 098765432112 147258369147 123456abcdef abcdef123456 abcd12345678 abc123456789
  a123456789012 1q2w3e4r5t6y 1qaz2wsx3edc 1qaz2wsx3edc4rfv qazwsxedcrfv qwertyuiop12 qwertyuiop123 qwertyuiop[]
  qwerty123456 qwerty1234567 qwerty12345678 qwertyuiopasdfghjkl asdfghjkl123 asdfghjklzxcvbnm zxcvbnm12345
  zxcvbnmasdfghjkl password1234 password12345 password123456 passwordpassword p@ssw0rd1234 p@ssword1234
  p@ssw0rd12345 passw0rd1234 passw0rd12345 welcome12345 welcome123456 administrator administrator1 admin1234567
  admin12345678 admin123456789 adminadmin12 adminadmin123 iloveyou1234 iloveyou12345 letmein12345 letmein123456
  changeme1234 changeme12345 changemenow12 trustno1trustno1 superman1234 football1234 princess1234 sunshine1234
  matkhau12345 matkhau123456 matkhau1234567 matkhaumatkhau matkhau@1234 matkhau@12345 matkhau@123456 matkhaucuatoi
  matkhaulagi12 khongcomatkhau thidua123456 thidua2022thidua thiduakhenthuong thiduakhenthuong123 khenthuong123
  khenthuong12345 hoidongthidua vietnam12345 vietnam123456 vietnam@12345 vietnamvodich vietnamvietnam hochiminh123
  hochiminh12345 hanoi1234567 hanoi12345678 saigon123456 anhyeuem1234 anhyeuem12345 anhyeuem123456 emyeuanh1234
  emyeuanh12345 yeuemnhieulam yeuanhnhieulam toiyeuvietnam toiyeuem1234 conyeubame123 giadinhlaso1 nguyenvan123
  nguyenvana123 nguyenthi1234 uybannhandan uybannhandan123 ubnd12345678 ubnd123456789 dangvien1234 chutich12345
  truongphong123 canbo1234567 quantri12345 quantri123456 quantrihethong abc@12345678 abc@123456789 abcd@1234567
  abcd@12345678 aa123456789@ aa@123456789 qwe123qwe123 q1w2e3r4t5y6 zaq12wsxcde3
  `
    .trim()
    .split(/\s+/),
);
