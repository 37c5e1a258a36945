"""Two-word phrases of office language with a hook tone, which recognition likes to lose.

Only phrases stand here whose words mean nothing together under another tone. Source: the words of
Nghị định 30/2020/NĐ-CP and its forms, and the usual phrases of plans and directives.
"""

from typing import Final

HOOKED_PHRASES: Final = frozenset(
    phrase.strip()
    for phrase in """
    bổ sung, bổ nhiệm, tổ chức, tổ trưởng, tổ phó, tổ công, tổ dân, tổ giúp
    tổng hợp, tổng kết, tổng số, tổng thể, tổng cục, tổng giám, tổng cộng, tổng mức, tổng đài
    kể từ, kể cả, kể trên, cụ thể, tập thể, thể hiện, thể chế, thể thao, thể dục
    toàn thể, đoàn thể
    kiểm tra, kiểm soát, kiểm điểm, kiểm đếm, kiểm kê, kiểm sát, kiểm lâm, kiểm toán, kiểm định
    thời điểm, địa điểm, quan điểm, trọng điểm, đặc điểm, điểm cầu, cao điểm, thí điểm, nhược điểm
    triển khai, phát triển, triển lãm, chuyển đổi, luân chuyển, chuyển biến, vận chuyển
    chuyển giao
    thuyên chuyển, biến chuyển, sửa đổi, thay đổi, trao đổi, đổi mới
    biến đổi, quy đổi, biểu mẫu, biểu số, biểu dương, đại biểu, tiêu biểu, phát biểu, thời biểu
    tối thiểu, giảm thiểu, thấu hiểu, tìm hiểu, thẩm quyền, thẩm định, thẩm tra
    thẩm mỹ, phẩm chất, sản phẩm, thực phẩm, tác phẩm, mỹ phẩm, dược phẩm, khẩn trương, khẩn cấp
    đẩy mạnh, thúc đẩy, đẩy nhanh, đẩy lùi, tuyển dụng, tuyển sinh, thi tuyển, xét tuyển
    chỉ đạo, chỉ thị, chỉ số, chỉ huy, chỉ định, chỉ rõ, chứng chỉ, địa chỉ, điều chỉnh
    chủ tịch, chủ trì, chủ động, chủ trương, chủ yếu, chủ nghĩa, dân chủ, tự chủ,
    ủy ban, ủy viên, ủy quyền, tỉnh ủy, huyện ủy, đảng ủy, thành ủy, cấp ủy,
    quản lý, quản trị, bảo đảm, đảm bảo, giải pháp, giải quyết, giải trình, giải phóng, cải cách
    cải thiện, hiệu quả, kết quả, hậu quả, cổ phần, cổ truyền, cổ động, cổng thông, ổn định
    khởi công, khởi nghiệp, khởi động, mở rộng, trụ sở,
    phổ biến, phổ thông
    phổ cập, cửa khẩu, tỉnh đoàn, tỷ lệ, nghỉ hưu, nghỉ lễ, kỷ luật, kỷ niệm
    kỷ cương, thế kỷ, xử lý, cử tri, đề cử, tuổi trẻ, trẻ em, thủ tục, thủ trưởng, thủ tướng
    thủ đô, bảo vệ, bảo hiểm, bảo quản, bảo mật, nguy hiểm, hiểm họa, chuẩn bị, tiêu chuẩn
    phê chuẩn, chỉnh trang, chỉnh sửa, chấn chỉnh, hoàn chỉnh, nghiêm chỉnh, cảnh báo, phản ánh
    phản biện, văn bản, cơ bản, tài sản, ảnh hưởng, hình ảnh, hưởng lợi, khen thưởng
    trưởng ban, trưởng phòng, bối cảnh, hoàn cảnh, khẩu hiệu, nhập khẩu
    xuất khẩu, hộ khẩu, nhân khẩu, để báo, để biết, để thực
    """.replace("\n", ",").split(",")
    if phrase.strip()
)
