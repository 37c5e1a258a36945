"""Words by which the regions of a directive are told: kinds, organs, authorities, titles.

Source: Nghị định 30/2020/NĐ-CP, Phụ lục I and III; Hướng dẫn 36-HD/VPTW for party documents.
"""

from typing import Final

TYPE_NAMES: Final = (
    "NGHỊ QUYẾT LIÊN TỊCH", "THÔNG TƯ LIÊN TỊCH", "CHƯƠNG TRÌNH HÀNH ĐỘNG",
    "CHƯƠNG TRÌNH PHỐI HỢP", "CHƯƠNG TRÌNH CÔNG TÁC", "KẾ HOẠCH HÀNH ĐỘNG",
    "KẾ HOẠCH LIÊN TỊCH", "KẾ HOẠCH PHỐI HỢP", "HƯỚNG DẪN LIÊN NGÀNH", "QUY CHẾ PHỐI HỢP",
    "THÔNG BÁO KẾT LUẬN", "PHIẾU CHUYỂN", "PHIẾU GỬI", "PHIẾU BÁO", "PHIẾU TRÌNH",
    "BẢN GHI NHỚ", "BẢN THỎA THUẬN", "GIẤY ỦY QUYỀN", "GIẤY MỜI", "GIẤY TRIỆU TẬP",
    "GIẤY GIỚI THIỆU", "GIẤY NGHỈ PHÉP", "GIẤY CHỨNG NHẬN", "THƯ CÔNG", "THƯ MỜI",
    "NGHỊ QUYẾT", "NGHỊ ĐỊNH", "QUYẾT ĐỊNH", "CHỈ THỊ", "QUY CHẾ", "QUY ĐỊNH", "QUY TRÌNH",
    "ĐIỀU LỆ", "THÔNG CÁO", "THÔNG BÁO", "THÔNG TRI", "THÔNG TƯ", "HƯỚNG DẪN", "CHƯƠNG TRÌNH",
    "KẾ HOẠCH", "PHƯƠNG ÁN", "ĐỀ ÁN", "DỰ ÁN", "BÁO CÁO", "BIÊN BẢN", "TỜ TRÌNH", "HỢP ĐỒNG",
    "CÔNG ĐIỆN", "KẾT LUẬN", "TUYÊN BỐ", "LỜI KÊU GỌI", "LỆNH", "PHÁP LỆNH", "LUẬT",
)  # fmt: skip

# An organ's name begins with one of these (folded, so that lost diacritics don't matter).
ORGAN_HEADS: Final = (
    "ubnd", "uy ban", "hdnd", "hoi dong", "hoi", "van phong", "so", "phong", "ban", "cuc",
    "chi cuc", "tong cuc", "bo", "bo chi huy", "bo tu lenh", "vu", "vien", "truong",
    "hoc vien", "dai hoc", "trung tam", "thanh tra", "cong an", "toa an", "vien kiem sat",
    "kho bac", "bao hiem", "ngan hang", "lien doan", "lien minh", "lien hiep", "doan",
    "tinh doan", "huyen doan", "thanh doan", "xa doan", "tinh uy", "huyen uy", "thanh uy",
    "quan uy", "thi uy", "dang uy", "dang bo", "chi bo", "cong doan", "benh vien", "tram y te",
    "tong cong ty", "cong ty", "tap doan", "hop tac xa", "chinh phu", "thu tuong", "quoc hoi",
    "mat tran", "chi nhanh", "to cong tac", "quy", "bao", "dai", "nha xuat ban", "tieu ban",
    "thuong truc", "bch", "btv", "tong lien doan", "trung uong", "kiem toan", "khoi",
    "dai su quan", "bqldacn", "bql", "thi hanh an", "vkdnd", "tand", "tong hoi", "hiep hoi",
)  # fmt: skip

# A line that begins so goes on with the name above, although an organ's head opens it.
NOT_ORGAN_HEADS: Final = (
    "phong chong", "phong, chong", "phong ve", "phong khong", "phong ngua", "phong benh",
    "phong thuong mai", "ban nganh", "so huu", "so hoa", "bao ve", "bao ton", "bao dam",
    "quy hoach", "hoi nhap", "vien chuc", "truong hoc", "doan ket", "vu trang", "doanh nghiep",
    "quy bao", "khoi nghiep", "hoi dong bo",
)  # fmt: skip

# A unit of the country that ends the name of the organ above it.
PLACE_HEADS: Final = (
    "tinh", "thanh pho", "tp", "tp.", "huyen", "quan", "thi xa", "thi tran", "xa", "phuong",
    "dac khu", "khu", "va", "tai", "-", "truc thuoc", "cap", "viet nam",
)  # fmt: skip

# Names that say nothing alone: the line below belongs to them even if it opens with a head.
BARE_ORGANS: Final = (
    "chu tich", "bo truong", "giam doc", "thu tuong", "van phong", "ban chi dao",
    "ban quan ly", "ban quan ly du an", "trung tam", "truong", "hoi dong", "ban to chuc",
    "to cong tac", "doan", "ban", "uy ban", "ban chap hanh", "ban thuong vu", "vien",
    "cong doan", "phong", "chi cuc", "cuc", "vien nghien cuu",
)  # fmt: skip

# A person's title begins with one of these (folded).
TITLE_HEADS: Final = (
    "chu tich", "pho", "giam doc", "chanh", "truong", "thu truong", "bo truong", "cuc truong",
    "vu truong", "bi thu", "tong", "hieu truong", "vien truong", "chi cuc truong", "uy vien",
    "thuong truc", "thu tuong", "thong doc", "chu nhiem", "to truong", "q. ", "quyen",
    "ke toan", "thu ky", "doi truong", "doan truong", "tu lenh", "chinh uy", "chi huy",
    "chu toa", "dai dien", "nguoi", "tham phan", "tong giam doc", "thanh tra", "kiem soat",
    "cham phong", "giam thi", "dien gia", "hieu pho", "trg", "thu ki",
)  # fmt: skip

SURNAMES: Final = frozenset({
    "a", "alang", "arat", "au", "bach", "bang", "be", "bhnuoch", "bien", "binh", "bling", "bo",
    "bui", "ca", "cam", "cao", "chamale", "chang", "chau", "chu", "chung", "cil", "co", "coor",
    "cu", "cung", "cut", "dam", "dang", "danh", "dao", "deo", "dieu", "dinh", "do", "doan",
    "dong", "du", "duong", "giang", "giap", "giau", "h'", "ha", "han", "hang", "hau", "ho", "hoa",
    "hoang", "hong", "hua", "huynh", "ka", "ke", "kha", "khang", "kho", "khoang", "khuat", "khuc",
    "kien", "kieu", "kim", "kon", "kpa", "krajan", "ksor", "la", "lai", "lam", "lau", "le", "lia",
    "lieu", "lo", "long", "lu", "luc", "lung", "luong", "luu", "luyen", "ly", "ma", "mac", "mai",
    "man", "mau", "mong", "moong", "mua", "nay", "neang", "ngan", "nghi", "nghiem", "ngo",
    "nguyen", "nham", "nhan", "ninh", "nong", "nung", "ong", "pham", "phan", "phi", "pho", "phu",
    "phung", "pinang", "po", "puih", "quach", "quan", "quang", "rahlan", "rcham", "rmah", "sa",
    "sam", "sin", "siu", "son", "sung", "ta", "tang", "tao", "thach", "thai", "tham", "than",
    "thang", "thao", "thi", "thieu", "thong", "thuan", "tieu", "to", "ton", "tong", "touneh",
    "tran", "trang", "trieu", "trinh", "truong", "tu", "ung", "uong", "van", "vang", "vi", "vien",
    "vo", "vu", "vuong", "xa", "xong", "y", "ya", "zo", "zoram",
})  # fmt: skip

# Organs and offices that open the formula above `Căn cứ` (folded).
ISSUING_HEADS: Final = (
    "uy ban nhan dan", "ubnd", "chu tich", "bo truong", "giam doc", "hoi dong", "thu tuong",
    "chinh phu", "cuc truong", "tong cuc truong", "tong giam doc", "hieu truong",
    "ban thuong vu", "ban chap hanh", "ban bi thu", "bo chinh tri", "truong ban",
    "truong phong", "chanh an", "vien truong", "chanh van phong", "chanh thanh tra",
    "thong doc", "tong kiem toan", "ban can su", "thuong truc", "chi cuc truong", "quoc hoi",
    "uy ban thuong vu", "uy ban", "truong cong an", "ban thuong truc", "lien doan", "hoi",
    "tong bi thu", "chu nhiem", "thu truong", "doan chu tich", "bo ", "so ", "truong dai hoc",
    "ban ",
)  # fmt: skip
