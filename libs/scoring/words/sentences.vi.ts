/**
 * What is told of each error, warning and finding in Vietnamese, by code and, where one code says several things, by
 * `params.reason`; `any` is said where a reason has no sentence of its own. `{name}` is a param and `{name:form}` says how
 * it is written (see sentence-of.ts); what stands in `[…]` is left out where its param is absent. What a file writes in
 * English stands in “…”.
 */
export const SENTENCES_VI = {
  'file.syntax': {
    any: 'Tệp không đọc được vì sai cú pháp; hãy sửa tại vị trí được nêu.',
    trailing: 'Sau khi tài liệu kết thúc vẫn còn chữ; hãy xóa phần thừa hoặc kiểm tra dấu ngoặc đóng.',
    depth: 'Các ngoặc và mục lồng nhau quá 64 tầng; hãy bớt tầng.',
    key: 'Ở đây phải là tên mục đặt trong ngoặc kép, ví dụ “name”; kiểm tra xem có thừa dấu phẩy không.',
    comma: 'Số thập phân trong tệp viết bằng dấu chấm[: hãy viết {point} thay cho {value}].',
    colon: 'Sau tên mục phải có dấu hai chấm “:”.',
    objectEnd: 'Thiếu dấu phẩy “,” giữa hai mục hoặc dấu ngoặc đóng “}”.',
    listEnd: 'Thiếu dấu phẩy “,” giữa hai phần tử hoặc dấu ngoặc đóng “]”.',
    control: 'Trong ngoặc kép có ký tự điều khiển (xuống dòng, tab); hãy viết trên một dòng hoặc dùng “\\n”.',
    unclosed: 'Đoạn chữ trong ngoặc kép hoặc nháy đơn bắt đầu từ đây thiếu dấu đóng ở cuối.',
    bracket: 'Dấu ngoặc “{open}” mở ở đây chưa được đóng; hãy thêm “{close}” vào cuối phần nó mở.',
    surrogate: 'Có ký tự bị hỏng (chỉ còn một nửa mã); hãy gõ lại đoạn chữ này.',
    accents: 'Có chữ mang quá 30 dấu chồng lên nhau; hãy gõ lại đoạn chữ này.',
    escape: 'Sau dấu gạch chéo ngược “\\” là ký tự không hợp lệ; muốn viết dấu này hãy gõ hai lần “\\\\”.',
    early: 'Tệp kết thúc giữa chừng; kiểm tra dấu ngoặc đóng hoặc tệp bị cắt ngắn.',
    value: 'Ở đây phải có một giá trị: số, chữ trong ngoặc kép, danh sách hoặc nhóm mục.',
    tooManyRepeated: 'Có quá nhiều tên mục bị lặp, việc kiểm tra dừng ở đây.',
    repeated: 'Mục “{key}” được viết hai lần trong cùng một nhóm; chỉ giữ lại một.',
    encoding: 'Tệp không phải văn bản UTF-8; hãy lưu lại tệp với bảng mã UTF-8.',
    documents: 'Tệp phải có đúng một tài liệu YAML; hãy bỏ dòng “---” thừa.',
    plainKey: 'Tên mục phải là chữ, không thể là danh sách hay nhóm mục.',
    alias: 'Tham chiếu “*{name}” không trỏ đến phần nào đã viết trước đó.',
    aliases: 'Các tham chiếu “*” làm tài liệu quá lớn (quá {most:figure} giá trị hoặc quá {depth:figure} tầng).',
    size: 'Tệp YAML dài quá {most:figure} ký tự; tệp lớn hơn phải viết bằng JSON.',
    keys: 'Một nhóm có quá {most:figure} mục.',
    items: 'Một danh sách có quá {most:figure} phần tử.',
    marks: 'Tệp có quá {most:figure} neo, tham chiếu, thẻ và chỉ thị.',
    comments: 'Tệp có quá {most:figure} dòng ghi chú.',
    faults: 'Tệp có quá {most:figure} chỗ không phải YAML; kiểm tra xem có đúng tệp không.',
    more: 'Từ dòng {line} trở đi còn {more:figure} lỗi cú pháp nữa, có thể do các lỗi trên; hãy sửa những lỗi trên trước rồi kiểm tra lại.',
    ALIAS_PROPS: 'Tham chiếu “*” không được kèm neo hay thẻ.',
    BAD_ALIAS: 'Tên sau dấu “*” hoặc “&” không hợp lệ; chữ bắt đầu bằng dấu này phải đặt trong ngoặc kép.',
    BAD_DIRECTIVE: 'Dòng chỉ thị bắt đầu bằng “%” không hợp lệ.',
    BAD_DQ_ESCAPE: 'Trong ngoặc kép, sau dấu gạch chéo ngược “\\” là ký tự không hợp lệ.',
    BAD_INDENT:
      'Dòng {line} thụt đầu dòng không đúng: các mục cùng nhóm phải thẳng hàng, thụt bằng số dấu cách như nhau; hãy so với dòng ngay trên.',
    BAD_PROP_ORDER: 'Neo và thẻ phải đứng trước giá trị, sau dấu “-” hoặc “:”.',
    BAD_SCALAR_START: 'Chữ không được bắt đầu bằng ký tự này; hãy đặt trong ngoặc kép.',
    BLOCK_AS_IMPLICIT_KEY: 'Một dòng có hai dấu hai chấm; chữ có “: ” phải đặt trong ngoặc kép.',
    BLOCK_IN_FLOW: 'Bên trong ngoặc “{ }” hoặc “[ ]” không được viết danh sách hay nhóm theo dòng.',
    DUPLICATE_KEY: 'Tên mục bị viết hai lần trong cùng một nhóm.',
    IMPOSSIBLE: 'Chỗ này không đọc được như YAML.',
    KEY_OVER_1024_CHARS: 'Tên mục dài quá 1.024 ký tự; kiểm tra dấu ngoặc kép.',
    MISSING_CHAR: 'Thiếu một dấu ở đây: dấu phẩy, dấu ngoặc kép, dấu ngoặc đóng hoặc dấu hai chấm.',
    MULTILINE_IMPLICIT_KEY: 'Tên mục phải nằm trên một dòng; kiểm tra dấu hai chấm và dấu ngoặc kép.',
    MULTIPLE_ANCHORS: 'Một giá trị chỉ có một neo “&”.',
    MULTIPLE_DOCS: 'Tệp phải có đúng một tài liệu YAML.',
    MULTIPLE_TAGS: 'Một giá trị chỉ có một thẻ “!”.',
    NON_STRING_KEY: 'Tên mục phải là chữ.',
    RESOURCE_EXHAUSTION: 'Tệp có cấu trúc quá lớn để đọc.',
    TAB_AS_INDENT: 'Đầu dòng dùng phím Tab; hãy thụt bằng dấu cách.',
    TAG_RESOLVE_FAILED: 'Thẻ “!” không được dùng trong tệp; hãy bỏ thẻ.',
    UNEXPECTED_TOKEN: 'Có ký tự không mong đợi ở đây; kiểm tra dấu ngoặc kép và thụt đầu dòng.',
    BAD_COLLECTION_TYPE: 'Thẻ không hợp với kiểu của giá trị; hãy bỏ thẻ.',
  },
  'file.format': 'Tệp phải ghi mục “format” là “{expected}”; kiểm tra xem có đúng tệp không.',
  'field.unknown': {
    any: 'Mục “{key}” không được quy định ở đây; hãy xóa hoặc sửa lại tên mục.',
    comma:
      'Có lẽ đây là số thập phân viết bằng dấu phẩy: hãy viết {point} thay cho {value} (đừng chỉ xóa phần sau dấu phẩy).',
  },
  'field.missing': 'Thiếu {key:key}; hãy bổ sung.',
  'field.type': {
    any: 'Ở đây phải là {expected:expected}.',
    nothing: 'Ở đây còn để trống; phải là {expected:expected}.',
    choice: 'Ở đây phải là một trong các giá trị: {values:values}.',
    quoteText:
      'Ở đây phải là chữ: hãy viết "{value}" trong ngoặc kép[, cả ở {more:figure} chỗ khác viết như vậy (dòng {lines})].',
    quote:
      'Mã phải là chữ: hãy viết "{value}" trong ngoặc kép[, cả ở {more:figure} chỗ khác viết mã này (dòng {lines})].',
    comma: 'Số thập phân trong tệp viết bằng dấu chấm: hãy viết {point} thay cho {value}.',
  },
  'field.range': {
    any: 'Giá trị nằm ngoài giới hạn cho phép.',
    empty: 'Không được để trống; phải có ít nhất một nội dung.',
    long: 'Đoạn chữ dài quá {most:figure} ký tự.',
    surrogate: 'Có ký tự bị hỏng (chỉ còn một nửa mã); hãy gõ lại đoạn chữ này.',
    accents: 'Có chữ mang quá 30 dấu chồng lên nhau; hãy gõ lại đoạn chữ này.',
    code: 'Mã có từ 1 đến 64 chữ cái, chữ số, dấu “.”, “_” hoặc “-”, bắt đầu bằng chữ cái hoặc chữ số.',
    digits: 'Số có quá {most:figure} chữ số có nghĩa phải viết trong ngoặc kép để không bị làm tròn.',
    size: 'Số có quá {most:figure} chữ số trước hoặc sau dấu thập phân.',
    count:
      'Phải là số nguyên từ 0 trở lên[; nếu ý là {meant}, hãy viết {meant}: trong tệp, {written} là số có phần lẻ].',
    date: 'Ngày không đúng: viết theo năm-tháng-ngày, ví dụ ngày 31/12/2022 viết là “2022-12-31”.',
    day: 'Không có ngày “{value}” trong lịch; hãy xem lại tháng và ngày.',
    noNumber: '“{value}” không phải số; hãy viết một số cụ thể.',
    choice: 'Phải là một trong các giá trị: {values:values}.',
    sheet: 'Bảng chấm điểm này là của {key:place} “{expected}”[ ({name})]; không ghi {key:place} khác.',
    min: 'Giá trị phải từ {least:figure} trở lên.',
    over: 'Giá trị phải lớn hơn {over:figure}.',
    max: 'Giá trị nhiều nhất là {most:figure}.',
    many: '{key:key}: có {count:figure} mục, nhiều hơn mức tối đa {most:figure}; hãy bỏ bớt.',
    cells:
      '{units:figure} đơn vị, với các tiêu chí của thang điểm và các kỳ chấm, có {product:figure} ô điểm, nhiều hơn mức tối đa {most:figure}; hãy bớt tiêu chí hoặc kỳ chấm, hoặc chia thành nhiều tệp.',
    sums: '{units:figure} đơn vị, với các phần, nhóm của thang điểm và các kỳ chấm, có {product:figure} điểm cộng, nhiều hơn mức tối đa {most:figure}; hãy bớt phần, nhóm hoặc kỳ chấm, hoặc chia thành nhiều tệp.',
    standings:
      '{units:figure} đơn vị nhân với {rounds:figure} kỳ chấm là {product:figure}, nhiều hơn mức tối đa {most:figure}; hãy bớt kỳ chấm, hoặc chia thành nhiều tệp.',
    rankings:
      '{clusters:figure} cụm nhân với {rounds:figure} kỳ chấm là {product:figure}, nhiều hơn mức tối đa {most:figure}; hãy bớt kỳ chấm, hoặc chia thành nhiều tệp.',
    rows: '{clusters:figure} cụm nhân với {rules:figure} hình thức khen thưởng, mức xếp loại và loại sự kiện là {product:figure}, nhiều hơn mức tối đa {most:figure}; hãy bỏ bớt, hoặc chia thành nhiều tệp.',
    questions:
      'Các điều kiện có {steps:figure} bước tính cho mỗi đơn vị, nhân với {units:figure} đơn vị là {product:figure}, nhiều hơn mức tối đa {most:figure}; hãy rút gọn hoặc bỏ bớt điều kiện, trước hết những điều kiện dài, hoặc chia thành nhiều tệp.',
    between: 'Giá trị phải từ {least:figure} đến {most:figure}.',
    decimals:
      'Thang điểm này chỉ giữ {digits:figure} chữ số thập phân; hãy viết không quá {digits:figure} chữ số sau dấu chấm[; nếu ý là {meant}, hãy viết {meant}, không có dấu chấm].',
    decimal: 'Phải là số thập phân viết trong ngoặc kép, nhiều nhất 6 chữ số sau dấu chấm.',
    order:
      'Mốc sau phải không đứng trước (không nhỏ hơn) mốc đầu; hãy kiểm tra hai giá trị[; nếu {written} ý là {meant}, hãy viết {meant}, không có dấu chấm].',
    version: 'Phiên bản là số nguyên từ 1 đến 1.000.000.',
    percent: 'Tỷ lệ phần trăm phải từ 0 đến 100.',
    share: 'Tỷ lệ từ 0 đến 1 được viết dạng “2/3”, “90%” hoặc số thập phân như 0.9.',
    depth: 'Các nhóm tiêu chí lồng nhau quá {most:figure} tầng.',
    minus: 'Trong phần điểm trừ, tiêu chí không được ghi “sign: minus” vì phần này vốn đã bị trừ.',
    weights: 'Phải có ít nhất một trọng số lớn hơn 0.',
    both: 'Hai mục này chỉ được ghi một; hãy bỏ bớt một mục.',
    neither: 'Phải ghi một trong hai mục “atLeast” (ít nhất) hoặc “moreThan” (hơn).',
    lower: 'Mục “atPlan” chỉ dùng khi càng cao càng tốt; hãy bỏ “atPlan” hoặc “direction: lower”.',
    withoutAtPlan: 'Mục “{key}” chỉ có nghĩa khi có “atPlan”; hãy bổ sung “atPlan” hoặc bỏ mục này.',
    shareOf: 'Viết “ranked” (các đơn vị được xếp hạng) hoặc “class:” kèm mã xếp loại đứng ngay sau.',
    quotaOf: 'Viết “ranked” (các đơn vị được xếp hạng) hoặc “reward:” kèm mã hình thức khen thưởng đứng trước.',
  },
  'ref.unknown': {
    any: 'Mã “{value}” không có trong tệp; hãy sửa mã hoặc bổ sung.',
    unit: 'Không có đơn vị mã “{value}”[; ở đây ghi mã của đơn vị, là một trong: {known:codes}].',
    member:
      'Đơn vị “{value}” không phải thành viên của cụm[ “{cluster}”][; ở đây ghi mã của đơn vị, là một trong: {known:codes}].',
    criterion: 'Thang điểm của đơn vị không có tiêu chí mã “{value}”[; các mã tiêu chí: {known:codes}].',
    scale: 'Không có thang điểm mã “{value}”[; ở đây ghi mã của thang điểm, là một trong: {known:codes}].',
    part: 'Có thang điểm đang dùng không có phần mã “{value}”[; các mã phần dùng được: {known:codes}].',
    class: 'Không có xếp loại mã “{value}”[; ở đây ghi mã của xếp loại, không ghi tên, là một trong: {known:codes}].',
    reward:
      'Không có hình thức khen thưởng mã “{value}”[; ở đây ghi mã của hình thức, không ghi tên, là một trong: {known:codes}].',
    earlier:
      'Không có hình thức khen thưởng mã “{value}” đứng trước trong danh sách[; các mã đứng trước: {known:codes}].',
    stage: 'Không có bước chấm “{value}”[; ở đây ghi mã của bước, là một trong: {known:codes}].',
    round: 'Không có kỳ chấm mã “{value}”[; ở đây ghi mã của kỳ, là một trong: {known:codes}].',
    fact: 'Không có loại sự kiện “{value}” được ghi bằng danh sách[; ở đây ghi mã của loại, là một trong: {known:codes}].',
  },
  'code.duplicate': {
    any: 'Mã “{value}” bị dùng hai lần; hãy đổi một mã.',
    criterion: 'Hai tiêu chí của thang điểm cùng có mã “{value}”.',
    section: 'Hai phần hoặc nhóm của thang điểm cùng có mã “{value}”.',
    deputy: 'Cụm phó “{value}” bị ghi hai lần.',
    list: 'Mã “{value}” bị ghi hai lần trong danh sách.',
    target: 'Đơn vị “{unitName}” đã có chỉ tiêu cho tiêu chí {value} “{name}”; chỉ giữ lại một.',
    notAssigned: 'Tiêu chí {value} “{name}” đã được ghi là không giao cho đơn vị “{unitName}”; chỉ giữ lại một.',
  },
  'label.duplicate':
    'Tên “{value}” trùng với một tên đã có[ (“{other}”)] khi bỏ dấu cách thừa và cách gõ dấu; hãy đổi hoặc bỏ một.',
  'unit.headOf.invalid': {
    any: '“{value}” không phải tập thể thuộc cụm khác mà cá nhân này đứng đầu.',
    collective: 'Chỉ cá nhân mới đứng đầu một tập thể; “{unitName}” là tập thể.',
    unknown: 'Không có tập thể mã “{value}” để gắn với “{unitName}”.',
    individual: '{value}[ “{name}”] là cá nhân; người đứng đầu (“{unitName}”) phải gắn với một tập thể.',
    cluster: 'Tập thể {value}[ “{name}”] phải thuộc cụm khác với cá nhân đứng đầu (“{unitName}”).',
    leads:
      'Trong cụm của tập thể {value}[ “{name}”] đang có người đứng đầu đơn vị khác, nên không gắn với “{unitName}” được.',
  },
  'scale.part.unreachable':
    'Các tiêu chí của {section:section} {code}[ “{name}”] chỉ cộng được nhiều nhất {reach:figure} điểm, thấp hơn điểm tối đa {max:figure}.',
  'rule.bands.overlap': {
    any: 'Các khung phải xếp từ thấp đến cao và không chồng lên nhau.',
    order: 'Khung này phải bắt đầu từ {end:figure}, nơi khung trước kết thúc.',
    open: 'Khung đứng trước không có mốc cuối; hãy ghi mốc cuối (“to”) cho khung đó.',
  },
  'rule.bands.gap': {
    any: 'Giữa các khung còn khoảng trống; hãy thêm khung hoặc ghi điểm cho trường hợp còn lại (“else”).',
    above: 'Chưa khung nào nhận giá trị từ {from:figure} trở lên; hãy thêm khung hoặc ghi “else”.',
    between: 'Chưa khung nào nhận giá trị từ {from:figure}[ đến dưới {to:figure}]; hãy thêm khung hoặc ghi “else”.',
  },
  'rule.points.range': 'Số điểm phải từ 0 đến {most:figure}, là điểm tối đa của tiêu chí.',
  'rule.value.range': {
    any: 'Giá trị trong cách tính điểm nằm ngoài giới hạn cho phép.',
    min: 'Giá trị trong cách tính điểm phải từ {least:figure} trở lên.',
    over: 'Giá trị trong cách tính điểm phải lớn hơn {over:figure}.',
  },
  'rule.formula.invalid': {
    any: 'Công thức không hợp lệ.',
    long: 'Công thức dài quá {most:figure} ký tự.',
    nodes: 'Công thức có quá {most:figure} số và phép tính.',
    incomplete: 'Công thức chưa viết xong; kiểm tra dấu ngoặc và phép tính cuối.',
    token: 'Công thức có chỗ không hiểu được: “{text}”.',
    unexpected: 'Trong công thức không được viết “{text}” ở ký tự thứ {place}.',
    choice: 'Sau dấu “?” của công thức còn thiếu dấu “:” và giá trị khi điều kiện không đạt, ở ký tự thứ {place}.',
    comma: 'Số thập phân trong công thức viết bằng dấu chấm: hãy viết {point} thay cho {value}.',
    unknownOperator:
      'Ở chỗ này của công thức không có phép tính “{text}”: giữa hai giá trị có “+”, “-”, “*”, “/” (trong điều kiện còn có so sánh, “&&”, “||”), trước một giá trị chỉ có “-” (trong điều kiện còn có “!”).',
    syntax: 'Công thức viết sai; hãy viết lại.',
    decimal: 'Trong công thức, “{text}” không phải số thập phân.',
    number: 'Ở chỗ này của công thức phải là một số, không phải điều kiện.',
    condition: 'Ở chỗ này của công thức phải là điều kiện so sánh, ví dụ “a > 1”, không phải số.',
    expression: 'Biểu thức phải là điều kiện và chỉ dùng các tên đã khai báo.',
    name: 'Tên “{value}” không dùng được trong công thức: phải được khai báo, bắt đầu bằng chữ cái hoặc “_”, rồi chữ cái, chữ số, “_”.',
    full: 'Tên “{value}” đã dành cho điểm tối đa của tiêu chí; hãy đặt tên khác.',
    operator:
      'Trong công thức hãy viết “{write}” thay cho “{text}”; các dấu dùng được: “+”, “-”, “*”, “/”, “&&” (và), “||” (hoặc), “!” (không), “==” (bằng), “!=” (khác), “<”, “<=”, “>”, “>=”.',
    function: 'Không có hàm “{value}”; các hàm dùng được: “min”, “max”, “floor”, “ceil”, “abs”, “round”.',
    arguments: 'Hàm “{value}” cần ít nhất {least:figure} giá trị và đúng số lượng của hàm.',
    round: 'Hàm “round” cần một giá trị và số chữ số thập phân viết bằng số, từ 0 đến {most:figure}.',
  },
  'ranking.key.unknown': 'Tiêu chuẩn xếp hạng “{value}” không có trong mọi thang điểm đang dùng.',
  'ranking.key.duplicate': 'Tiêu chuẩn xếp hạng “{value}” bị ghi hai lần.',
  'ranking.key.class':
    'Chỉ xếp hạng theo xếp loại khi không xếp loại nào giới hạn tỷ lệ và không đơn vị nào có người đứng đầu được gắn.',
  'class.share.next': {
    any: 'Tỷ lệ của xếp loại phải tính trên xếp loại đứng ngay sau.',
    next: '“{value}” không phải xếp loại đứng ngay sau; tỷ lệ chỉ tính trên xếp loại đứng ngay sau.',
    scope: 'Tỷ lệ tính trong cụm không thể dựa trên xếp loại {value} “{name}” vốn có tỷ lệ tính trong toàn phong trào.',
  },
  'class.share.headOf': 'Tỷ lệ tính trong toàn phong trào không dùng được khi có người đứng đầu được gắn với tập thể.',
  'condition.source.unknown': {
    any: 'Số liệu “{value}” không có trong thang điểm đang dùng hoặc không được dùng ở điều kiện này[; có: {known:codes}].',
    meant: 'Số liệu “{value}” viết chưa đúng: có lẽ phải là “{meant}”.',
    kinds:
      'Số liệu “{value}” viết chưa đúng: hãy viết “total”, “base”, “bonus”, “penalty”, hoặc một trong các loại “part:”, “group:”, “criterion:”, “value:”, “mean:”, “percent:”, “fact:”, “param:” kèm mã ngay sau dấu hai chấm.',
  },
  'condition.divisionByZero': 'Điều kiện chia cho 0[ với đơn vị {unit} “{name}”]; hãy sửa biểu thức hoặc số liệu.',
  'vote.mustInclude.secret':
    'Bỏ phiếu kín thì không biết ai tán thành, nên không thể bắt buộc có phiếu của một chức danh; hãy bỏ một trong hai.',
  'entry.duplicate':
    'Đơn vị {unit} “{unitName}” đã có số liệu cho tiêu chí {criterion} “{criterionName}” ở bước {stage}[, kỳ {round}]; chỉ giữ lại một.',
  'entry.round': {
    any: 'Số liệu phải ghi đúng kỳ chấm.',
    none: 'Phong trào này không chia kỳ; hãy bỏ mục “round” (kỳ chấm).',
    missing:
      'Phong trào chia nhiều kỳ; hãy ghi thêm mục “round” với mã kỳ chấm của số liệu này[, là một trong: {known:codes}].',
  },
  'entry.notAssigned': 'Tiêu chí {criterion} “{name}” không giao cho “{unit}”, nên không nhập số liệu.',
  'entry.value.shape': {
    any: 'Số liệu {key:value} không phù hợp với cách tính điểm của tiêu chí.',
    missing: 'Thiếu {key:value}: cách tính điểm của tiêu chí cần số liệu này.',
    extra: 'Cách tính điểm của tiêu chí không dùng {key:value}; hãy xóa.',
    input: 'Công thức của tiêu chí không dùng số liệu “{key}”; hãy xóa.',
    noInput: 'Thiếu số liệu “{key}” mà công thức của tiêu chí cần.',
  },
  'entry.stage.reserved': 'Tiêu chí này do bước {scoredBy} chấm trước; bước {stage} không được chấm.',
  'entry.evidence.missing':
    'Tiêu chí này phải có ít nhất một tài liệu kiểm chứng; hãy ghi minh chứng[ vào mục “evidence”{file}].',
  'entry.reason.missing': {
    any: 'Khác với bước chấm trước thì phải nêu lý do[ ở mục “reason”{file}].',
    points:
      'Điểm[ {points:figure}] khác với[ {below:figure} điểm của] bước chấm trước; hãy nêu lý do[ ở mục “reason” (lý do){file}].',
    figures: 'Số liệu khác với bước chấm trước; hãy nêu lý do[ ở mục “reason” (lý do){file}].',
  },
  'entry.plan.missing': 'Chưa có chỉ tiêu: hãy nhập ở đây, giao chỉ tiêu cho đơn vị hoặc ghi trong thang điểm.',
  'entry.plan.notPositive': 'Chỉ tiêu phải lớn hơn 0[, không thể là {plan:figure}].',
  'entry.points.range': 'Điểm phải từ 0 đến {most:figure}, không thể là {value:figure}.',
  'entry.points.step': 'Điểm phải là bội số của {step:figure}; {value:figure} không phải.',
  'entry.choice.unknown': 'Không có mức “{value}”; hãy chọn một trong: {values}.',
  'entry.done.unknown': 'Không có nội dung “{value}”; danh mục của tiêu chí gồm: {values}.',
  'entry.done.repeated': 'Nội dung “{value}” bị ghi hai lần; chỉ giữ lại một.',
  'entry.tally.empty': 'Chưa có số lượng nào được tính; hãy nhập ít nhất một số lượng không thuộc loại được loại trừ.',
  'entry.tally.unknown': 'Không có loại “{value}”; thang điểm chỉ thống kê: {values}.',
  'entry.param.missing':
    'Đơn vị chưa có thông số “{key}” mà công thức của tiêu chí cần; cơ quan thường trực phải bổ sung.',
  'entry.marks.few': 'Cần điểm của ít nhất {least:figure} thành viên; mới có {given:figure}.',
  'entry.formula.divisionByZero': 'Với số liệu này công thức phải chia cho 0; hãy kiểm tra lại số liệu.',
  'vote.count.invalid': {
    any: 'Số phiếu không khớp với số thành viên.',
    count: 'Phải là số nguyên từ {least:figure} trở lên.',
    members: 'Số người tham gia nhiều hơn số thành viên.',
    ballots: 'Số phiếu nhiều hơn số người tham gia.',
    roles: 'Phải là danh sách chức danh của những người tán thành, mỗi chức danh là chữ.',
  },

  'criterion.max.unreachable':
    '[Tiêu chí {code} “{name}”: ]nhập số liệu nào cũng chỉ được nhiều nhất {reach:figure} trên {max:figure} điểm; hãy xem lại cách tính hoặc điểm tối đa.',
  'rule.band.unmet': 'Không giá trị nào rơi vào khung này vì số liệu không âm; hãy bỏ khung hoặc nâng mốc cuối.',
  'rule.else.unmet': 'Các khung đã nhận mọi giá trị, nên điểm cho trường hợp còn lại (“else”) không bao giờ được dùng.',
  'rule.weights.sum': {
    any: 'Các hệ số vượt quá điểm tối đa, phần vượt không được tính.',
    items: 'Các nội dung cộng lại {sum:figure} điểm nhưng chỉ tính {max:figure}; hãy giảm điểm hoặc nâng điểm tối đa.',
    weight: 'Hệ số của “{label}” lớn hơn 1, nên điểm sẽ bị cắt ở mức tối đa.',
  },
  'part.max.cut': {
    any: 'Các tiêu chí của {section:section}[ {code} “{name}”] cộng lại {sum:figure} điểm nhưng chỉ tính tối đa {max:figure}; hãy xem có đúng ý không.',
    thousands:
      'Điểm tối đa của {section:section}[ {code} “{name}”] ghi là “{written}”, tức là {max:figure}, trong khi các tiêu chí cộng lại {sum:figure} điểm; có phải ý là {meant:figure}? Nếu đúng, hãy viết {meant}, không có dấu chấm.',
  },
  'group.max.idle':
    'Các tiêu chí và nhóm con[ của nhóm {code} “{name}”] chỉ cộng được nhiều nhất {reach:figure} điểm, nên mức tối đa {max:figure} của nhóm không bao giờ có tác dụng.',
  'group.min.idle':
    'Nội dung của {section:section}[ {code} “{name}”] ít nhất đã được {least:figure} điểm, nên mức tối thiểu {min:figure} không bao giờ có tác dụng.',
  'part.notAssigned':
    'Có {units:figure} đơn vị không được giao tiêu chí nào của phần “{partName}”, đầu tiên là “{name}”, nên được 0 điểm phần này; ghi “notAssigned: rescaleBase” thì được quy đổi.',
  'trait.unknown': 'Không đơn vị nào có đặc điểm “{trait}”; kiểm tra cách viết.',
  'param.unknown': 'Không đơn vị nào có thông số “{param}”; kiểm tra tên hoặc bổ sung cho các đơn vị.',
  'param.lacking':
    'Có {lacking:figure} trên {units:figure} đơn vị chưa có thông số “{param}”, đầu tiên là “{name}”; hãy bổ sung.',
  'condition.never': 'Nhập số liệu nào thì điều kiện này cũng không đơn vị nào đạt; hãy xem lại.',
  'condition.always': 'Nhập số liệu nào thì điều kiện này cũng đạt, nên không có tác dụng; hãy xem lại.',
  'fact.unreachable': 'Điều kiện của loại sự kiện này không bao giờ xảy ra, nên không đơn vị nào có sự kiện này.',
  'fact.class.best': '“{name}” đã là xếp loại cao nhất, nên giới hạn này không có tác dụng.',
  'unit.headOf.guest': 'Tập thể “{name}” không dự thi nên không có xếp loại; người đứng đầu vì thế cũng không có.',
  'round.weightless': 'Kỳ này có trọng số 0 nên không được tính vào kết quả chung.',
  'round.outside':
    'Kỳ từ {from:date} đến {to:date} nằm ngoài thời gian của phong trào, từ {campaignFrom:date} đến {campaignTo:date}.',
  'round.notBegun': 'Kỳ bắt đầu ngày {from:date}, sau ngày xét {asOf:date}, nên không được tính.',
  'stage.weightless':
    'Bước “{name}” là bước đầu tiên chấm tiêu chí “{criterion}” nhưng có trọng số 0; hãy đặt trọng số cho bước này.',
  'stage.weightsUnused':
    'Kết quả chỉ tính từ bước “{name}” trở lên (“ranking.stage”), nhưng không bước nào từ đó có trọng số, nên số liệu nhập vào không được tính điểm; hãy đặt trọng số cho các bước này hoặc chọn bước thấp hơn.',
  'class.share.none': 'Tỷ lệ quá nhỏ: dù bao nhiêu đơn vị được xếp hạng thì xếp loại này cũng không có suất nào.',
  'reward.excludes.later': {
    any: 'Loại trừ ở đây không có tác dụng; hãy xem lại thứ tự các hình thức khen thưởng.',
    self: 'Hình thức này loại trừ chính nó, không có tác dụng gì; hãy xóa.',
    later:
      'Hình thức “{name}” không đứng trước trong danh sách nên loại trừ ở đây không có tác dụng; hãy chuyển “{name}” lên trước hình thức này.',
  },
  'reward.requires.excluded':
    'Hình thức này đòi hỏi phải có “{name}”, nhưng “{name}” lại loại trừ nó hoặc bị loại trừ; không đơn vị nào được cả hai.',
  'reward.quota.none': 'Không đơn vị nào được đề nghị “{name}”, nên tỷ lệ tính trên đó không cho suất nào.',
  'class.unreachable': {
    any: 'Không đơn vị nào đạt được xếp loại này.',
    places: 'Xếp loại này không có suất nào.',
    conditions: 'Không đơn vị nào đủ điểm để đạt điều kiện của xếp loại này.',
  },
  'class.shadowed':
    'Đơn vị nào đạt xếp loại này thì đã được xếp loại “{name}” đứng trước; hãy đổi thứ tự hoặc điều kiện.',
  'reward.unreachable': {
    any: 'Không đơn vị nào được hình thức khen thưởng này.',
    rank: 'Hạng thấp nhất được xét là 0, trong khi hạng bắt đầu từ 1; hãy sửa mục này.',
    class: 'Không đơn vị nào đạt được xếp loại mà hình thức khen thưởng này đòi hỏi.',
    cluster: 'Không cụm nào có đơn vị thuộc đối tượng của hình thức khen thưởng này, hoặc cụm nào cũng quá nhỏ.',
    quota: 'Chỉ tiêu không để lại suất nào.',
    total: 'Không đơn vị nào đạt được tổng điểm tối thiểu.',
    required: 'Không đơn vị nào được “{reward}”, là hình thức phải có trước.',
  },
  'reward.quota.large': {
    any: 'Có {quota:figure} suất cho {units:figure} đơn vị.',
    cluster: 'Có {quota:figure} suất cho {units:figure} đơn vị của {name}: nhiều hơn số đơn vị.',
    campaign: 'Có {quota:figure} suất cho {units:figure} đơn vị của toàn phong trào: nhiều hơn số đơn vị.',
  },
  'number.thousands': {
    any: 'Số ở đây ghi là “{written}”, tức là {value:figure}; có phải ý là {meant:figure}? Nếu đúng, hãy viết {meant}, không có dấu chấm.',
    plan: 'Chỉ tiêu ghi là “{written}”, tức là {value:figure}, trong khi chỉ tiêu khác của tiêu chí này đến {near:figure}; có phải ý là {meant:figure}? Nếu đúng, hãy viết {meant}, không có dấu chấm.',
    actual:
      'Số thực hiện ghi là “{written}”, tức là {value:figure}, trong khi chỉ tiêu là {near:figure}; có phải ý là {meant:figure}? Nếu đúng, hãy viết {meant}, không có dấu chấm.',
    total:
      'Số điểm ghi là “{written}”, tức là {value:figure}, trong khi các phần cộng lại đến {near:figure} điểm; có phải ý là {meant:figure}? Nếu đúng, hãy viết {meant}, không có dấu chấm.',
  },

  'bundle.format': {
    any: 'Tệp không phải gói kiểm chứng “thidua-bundle/1”.',
    missing: 'Gói kiểm chứng thiếu mục “{key}”.',
    unknown: 'Gói kiểm chứng có mục lạ “{key}”.',
  },
  'bundle.engine': 'Kết quả do phiên bản khác của phần mềm tính điểm lập.',
  'bundle.hash': 'Mã băm không khớp với nội dung mà nó đại diện.',
  'bundle.file': 'Nội dung chỗ này đã khác so với khi lập gói kiểm chứng.',
  'bundle.file.wrong': 'Tệp thi đua trong gói kiểm chứng không hợp lệ.',
  'bundle.result': 'Giá trị này khác với kết quả tính lại từ tệp.',
} as const;
