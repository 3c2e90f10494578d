/**
 * What the service tells its users, in Vietnamese, keyed by stable code: `http.*` are titles by HTTP status, the rest
 * are the problem codes of the API and the codes of the competition file's specification.
 */
export const MESSAGES_VI = {
  'http.400': 'Yêu cầu không hợp lệ',
  'http.401': 'Chưa đăng nhập',
  'http.403': 'Không có quyền',
  'http.404': 'Không tìm thấy',
  'http.405': 'Thao tác không được hỗ trợ',
  'http.408': 'Quá thời gian chờ',
  'http.409': 'Dữ liệu đã thay đổi',
  'http.410': 'Không còn hiệu lực',
  'http.412': 'Đã có người khác sửa',
  'http.413': 'Dữ liệu gửi lên quá lớn',
  'http.414': 'Địa chỉ quá dài',
  'http.415': 'Định dạng không được hỗ trợ',
  'http.422': 'Dữ liệu chưa đúng',
  'http.428': 'Thiếu phiên bản dữ liệu',
  'http.429': 'Quá nhiều yêu cầu',
  'http.431': 'Tiêu đề yêu cầu quá lớn',
  'http.500': 'Lỗi hệ thống',
  'http.503': 'Hệ thống tạm thời chưa phục vụ được',

  internal: 'Hệ thống gặp lỗi ngoài dự kiến. Hãy thử lại; nếu vẫn lỗi, báo quản trị viên kèm mã theo dõi.',
  'service.unavailable': 'Hệ thống đang bận hoặc đang khởi động lại. Hãy thử lại sau ít phút.',
  'service.busy':
    'Một thao tác khác đang giữ dữ liệu này quá lâu nên chưa ghi được gì. Hãy gửi lại sau giây lát; gửi lại không bị tính hai lần.',
  'storage.unwritable':
    'Máy chủ chưa ghi được gì vì ổ đĩa đã đầy hoặc gặp lỗi. Hãy giữ nguyên trang này, báo quản trị viên giải phóng ổ đĩa, rồi gửi lại.',
  'request.malformed': 'Máy chủ không đọc được yêu cầu.',
  'request.invalid': 'Có thông tin chưa đúng, xem từng lỗi bên dưới.',
  'request.tooLarge': 'Nội dung gửi lên vượt quá dung lượng cho phép.',
  'request.tooComplex': 'Nội dung gửi lên có quá nhiều mục, quá nhiều lớp lồng nhau hoặc có số quá dài.',
  'request.encoding': 'Nội dung gửi lên không phải chữ mã UTF-8.',
  'request.mediaType': 'Loại nội dung gửi lên không được hỗ trợ.',
  'request.timeout': 'Yêu cầu gửi lên quá chậm nên máy chủ đã ngừng chờ. Hãy thử lại.',
  'request.tooMany': 'Có quá nhiều yêu cầu trong thời gian ngắn. Hãy đợi một lát rồi thử lại.',
  'route.unknown': 'Không có địa chỉ này.',
  'access.denied': 'Tài khoản của đồng chí không có quyền thực hiện việc này.',
  'precondition.required': 'Yêu cầu phải nêu phiên bản dữ liệu đang sửa (If-Match).',
  'idempotency.required': 'Yêu cầu nộp phải có mã chống gửi trùng (Idempotency-Key).',
  'header.invalid': 'Tiêu đề {header} của yêu cầu không đúng dạng.',
  'idempotency.reused': 'Mã chống gửi trùng này đã dùng cho một nội dung khác.',

  'session.missing': 'Hãy đăng nhập để tiếp tục.',
  'session.credentials': 'Tên đăng nhập hoặc mật khẩu không đúng.',
  'session.link.spent': 'Liên kết đăng nhập đã được dùng hoặc đã hết hạn.',
  'session.csrf': 'Phiên làm việc không khớp. Hãy tải lại trang rồi thử lại.',

  'invitation.spent': 'Liên kết đã được dùng, đã được thay bằng liên kết mới hoặc đã hết hạn. Hãy xin liên kết mới.',
  'session.unknown': 'Phiên đăng nhập này không còn nữa.',
  'password.wrong': 'Mật khẩu cũ không đúng.',
  'password.short': 'Mật khẩu phải có ít nhất {least} ký tự.',
  'password.common': 'Mật khẩu này nằm trong số những mật khẩu người khác sẽ thử đầu tiên. Hãy chọn mật khẩu khác.',
  'account.unknown': 'Không có tài khoản này.',
  'account.loginTaken': 'Tên đăng nhập này đã có người dùng.',
  'account.self':
    'Không ai được tự thay đổi quyền của mình, tự khóa hoặc tự mời chính mình. Hãy nhờ người khác có thẩm quyền.',
  'account.lastAdministrator': 'Không còn ai khác là quản trị hệ thống. Hãy cử một người khác trước.',
  'account.disabled': 'Tài khoản đã bị khóa.',
  'grant.unknown': 'Không có vai trò được giao này.',
  'grant.scope': 'Vai trò {role} phải được giao trên một phạm vi khác.',
  'grant.term': 'Ngày kết thúc trước ngày bắt đầu, hoặc đã qua.',
  'grant.exists': 'Tài khoản đã có vai trò này ở đó trong khoảng thời gian này.',
  'grant.ended': 'Vai trò này đã được kết thúc từ trước.',

  'scope.unknown': 'Không tìm thấy phong trào, cụm, đơn vị hoặc bước chấm điểm này.',
  'campaign.exists':
    'Đã có phong trào thi đua mang mã này. Nếu là phong trào khác, hãy ghi mã khác ở mục “campaign”, “code” của tệp; nếu là phong trào đã có, hãy nhập số liệu ở các phiếu chấm điểm.',
  'sheet.stale': 'Bảng chấm điểm đã được người khác lưu sau khi đồng chí mở. Hãy đối chiếu hai bản trước khi lưu.',
  'sheet.nothing': 'Bảng chấm điểm chưa có nội dung để nộp.',
  'sheet.superseded':
    'Bước “{stageName}” đã chấm tiêu chí {criterion} ({by}, {at}); muốn sửa số liệu, hãy đề nghị bước đó mở lại tiêu chí này.',
  'sheet.superseded.byFile': 'nhập cùng tệp số liệu',
  'reopen.nothing': 'Bước này không có điểm của tiêu chí {criterion} để mở lại cho cấp dưới.',
  'reopen.reason.missing': 'Khi mở lại tiêu chí phải nêu lý do.',
  'entries.invalid': 'Một số nội dung chấm điểm chưa đúng, xem từng lỗi bên dưới.',
  'file.invalid': 'Tệp phong trào thi đua chưa đúng, xem từng lỗi bên dưới.',
  'rules.unknown': 'Không có bản quy tắc này.',
  'rules.otherCampaign': 'Tệp này của phong trào {other}, không phải {campaign}; hãy ghi đúng mã của phong trào này.',
  'rules.membersGone':
    'Tệp thiếu cụm hoặc đơn vị của phong trào, hoặc ghi vào cụm khác ({count}): {names}. Hãy ghi lại đúng như đang có.',
  'rules.notDraft': 'Bản quy tắc này không còn là dự thảo: đã bị rút, hoặc đã có bản mới hơn được áp dụng.',
  'rules.moved':
    'Có số liệu mới được nộp hoặc quy tắc khác được áp dụng sau khi so sánh. Hãy so sánh lại rồi mới áp dụng.',
  'rules.entries': 'Theo quy tắc này, một số số liệu đã nộp sẽ không hợp lệ; xem từng lỗi bên dưới.',
  'rules.basis.missing': 'Hãy ghi văn bản quyết định thay đổi quy tắc.',
  'rules.reason.missing': 'Khi áp dụng quy tắc khác phải nêu lý do.',
  'ranking.faulty':
    'Có điều kiện xếp loại hoặc khen thưởng chia cho 0 nên chưa xác định được kết quả. Hãy sửa số liệu của đơn vị được nêu, hoặc sửa quy tắc.',
  'ranking.behind': 'Bảng xếp hạng đang được tính lại theo số liệu mới. Hãy xem lại kết quả mới rồi thực hiện.',
  'review.unknown': 'Không có lần xem xét này.',
  'review.reason.missing': 'Khi trả lại bảng xếp hạng phải nêu lý do.',
  'review.endorsed':
    '{by} đã thông qua bảng xếp hạng này lúc {at}{reason}. Ý kiến của đồng chí chưa được ghi nhận; hãy xem lại rồi quyết định.',
  'review.returned':
    '{by} đã trả lại bảng xếp hạng này lúc {at}{reason}. Ý kiến của đồng chí chưa được ghi nhận; hãy xem lại rồi quyết định.',
  'proposal.unknown': 'Không tìm thấy đề nghị khen thưởng này.',
  'proposal.decided': 'Đề nghị khen thưởng này đã có quyết định.',
  'decision.reason.missing': 'Khi không đồng ý khen thưởng phải nêu lý do.',
  'decision.noPlace': '{reward} đã hết suất: đã duyệt cho {holder} (quyết định thứ {number}).',
  'decision.excluded': '{unit} đã được duyệt {other} (quyết định thứ {number}) nên không nhận thêm {reward}.',
  'decision.required': '{reward} chỉ dành cho đơn vị đã được duyệt {other}. Hãy quyết định {other} cho {unit} trước.',

  'field.unknown': 'Có mục không được quy định.',
  'field.missing': 'Thiếu mục bắt buộc.',
  'field.type': 'Giá trị không đúng kiểu.',
  'field.range': 'Giá trị nằm ngoài giới hạn cho phép.',
  'field.text': 'Có ký tự điều khiển, ký tự hỏng hoặc chữ mang quá nhiều dấu.',
} as const;

/** Every code that has a message. */
export type MessageCode = keyof typeof MESSAGES_VI;
