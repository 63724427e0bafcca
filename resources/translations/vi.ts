<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi" sourcelanguage="en">
<context>
    <name>inspector_app</name>
    <message>
        <source>  [in dispute]</source>
        <translation>  [tranh chấp]</translation>
    </message>
    <message>
        <source> · off by {gap} points of percent</source>
        <translation> · lệch {gap} điểm phần trăm</translation>
    </message>
    <message>
        <source>&amp;Begins at</source>
        <translation>&amp;Bắt đầu</translation>
    </message>
    <message>
        <source>&amp;Blank form for the unit…</source>
        <translation>&amp;Biểu mẫu trống cho đơn vị…</translation>
    </message>
    <message>
        <source>&amp;Check a workbook…</source>
        <translation>&amp;Kiểm tra tệp Excel…</translation>
    </message>
    <message>
        <source>&amp;Check the data</source>
        <translation>&amp;Kiểm tra dữ liệu</translation>
    </message>
    <message>
        <source>&amp;Copies</source>
        <translation>Số bản</translation>
    </message>
    <message>
        <source>&amp;Create the visit</source>
        <translation>&amp;Lập cuộc kiểm tra</translation>
    </message>
    <message>
        <source>&amp;Create the workspace</source>
        <translation>&amp;Tạo kho dữ liệu</translation>
    </message>
    <message>
        <source>&amp;Date</source>
        <translation>&amp;Ngày</translation>
    </message>
    <message>
        <source>&amp;Decide</source>
        <translation>&amp;Quyết định</translation>
    </message>
    <message>
        <source>&amp;Decide {count}</source>
        <translation>&amp;Quyết định {count} mục</translation>
    </message>
    <message>
        <source>&amp;Decision that set up the team</source>
        <translation>Quyết định thành lập Đ&amp;oàn</translation>
    </message>
    <message>
        <source>&amp;Ends at</source>
        <translation>Kết thú&amp;c</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Xuất gói…</translation>
    </message>
    <message>
        <source>&amp;Folder of the workspace</source>
        <translation>Thư mục &amp;kho dữ liệu</translation>
    </message>
    <message>
        <source>&amp;Issuing body</source>
        <translation>Cơ quan ban hành</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>&amp;Hình thức</translation>
    </message>
    <message>
        <source>&amp;Move the visit</source>
        <translation>&amp;Chuyển cuộc kiểm tra</translation>
    </message>
    <message>
        <source>&amp;New visit</source>
        <translation>Thêm &amp;cuộc kiểm tra</translation>
    </message>
    <message>
        <source>&amp;Number</source>
        <translation>&amp;Số</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>Mở kh&amp;o</translation>
    </message>
    <message>
        <source>&amp;Opinion, printed in part VI of the minutes</source>
        <translation>Ý &amp;kiến, in ở phần VI của biên bản</translation>
    </message>
    <message>
        <source>&amp;Organisation</source>
        <translation>Cơ &amp;quan</translation>
    </message>
    <message>
        <source>&amp;Passphrase</source>
        <translation>&amp;Mật khẩu</translation>
    </message>
    <message>
        <source>&amp;Photos and scans</source>
        <translation>Ảnh và &amp;bản quét</translation>
    </message>
    <message>
        <source>&amp;Place</source>
        <translation>Đị&amp;a điểm</translation>
    </message>
    <message>
        <source>&amp;Position</source>
        <translation>&amp;Chức vụ</translation>
    </message>
    <message>
        <source>&amp;Print the form…</source>
        <translation>&amp;In phiếu…</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>&amp;In biên bản…</translation>
    </message>
    <message>
        <source>&amp;Publish</source>
        <translation>&amp;Ban hành</translation>
    </message>
    <message>
        <source>&amp;Reason, kept in the history</source>
        <translation>&amp;Lý do, được lưu trong lịch sử</translation>
    </message>
    <message>
        <source>&amp;Rebuild the tables</source>
        <translation>&amp;Lập lại các bảng</translation>
    </message>
    <message>
        <source>&amp;Receive a file…</source>
        <translation>&amp;Nhận tệp…</translation>
    </message>
    <message>
        <source>&amp;Save as PDF and Word…</source>
        <translation>&amp;Lưu PDF và Word…</translation>
    </message>
    <message>
        <source>&amp;Save as PDF…</source>
        <translation>&amp;Lưu thành PDF…</translation>
    </message>
    <message>
        <source>&amp;Subject</source>
        <translation>Nội &amp;dung</translation>
    </message>
    <message>
        <source>&amp;Take a filled form…</source>
        <translation>&amp;Nhận biểu mẫu đã điền…</translation>
    </message>
    <message>
        <source>&amp;Take {count} values</source>
        <translation>&amp;Nhận {count} ô</translation>
    </message>
    <message>
        <source>&amp;Unit inspected</source>
        <translation>Đơn &amp;vị được kiểm tra</translation>
    </message>
    <message>
        <source>&amp;Units with registered models, as reported</source>
        <translation>&amp;Số đơn vị đăng ký mô hình theo báo cáo</translation>
    </message>
    <message>
        <source>&amp;Visit</source>
        <translation>&amp;Cuộc kiểm tra</translation>
    </message>
    <message>
        <source>&amp;What to send</source>
        <translation>&amp;Gửi những gì</translation>
    </message>
    <message>
        <source>&amp;Write an empty workbook…</source>
        <translation>&amp;Tạo tệp Excel trống…</translation>
    </message>
    <message>
        <source>, until {day}</source>
        <translation>, đến hết ngày {day}</translation>
    </message>
    <message>
        <source>, {count} in dispute</source>
        <translation>, {count} tranh chấp</translation>
    </message>
    <message>
        <source>1–6 tools · Enter puts a mark in the middle · arrows move it, with Shift they resize it, with Ctrl by one pixel · Page Up, Page Down: from mark to mark · Delete removes · 7, 8 turn · + − 0 zoom</source>
        <translation>1–6 công cụ · Enter đặt dấu vào giữa ảnh · phím mũi tên để dời, thêm Shift để đổi cỡ, thêm Ctrl để dời từng điểm · Page Up, Page Down: chuyển giữa các dấu · Delete: bỏ dấu · 7, 8: xoay · + − 0: phóng to, thu nhỏ</translation>
    </message>
    <message>
        <source>A PDF is kept as it is. To hide something, make a picture of the page and keep that one instead: ID numbers, addresses, signatures.</source>
        <translation>Tệp PDF được giữ nguyên. Cần che số định danh, địa chỉ, chữ ký thì tạo ảnh từ trang đó và giữ ảnh thay cho tệp.</translation>
    </message>
    <message>
        <source>A count cannot be negative.</source>
        <translation>Số lượng không được âm.</translation>
    </message>
    <message>
        <source>A document type or entity is declared; forms have none.</source>
        <translation>Có khai báo kiểu tài liệu hoặc thực thể; mẫu phiếu không dùng những thứ này.</translation>
    </message>
    <message>
        <source>A dossier is on &amp;time when</source>
        <translation>Hồ sơ đún&amp;g hạn là</translation>
    </message>
    <message>
        <source>A dossier is on time when</source>
        <translation>Hồ sơ được coi là đúng hạn khi</translation>
    </message>
    <message>
        <source>A dossier with this code is on the list: {result}.</source>
        <translation>Mã này đã có trong danh sách: {result}.</translation>
    </message>
    <message>
        <source>A filter of choices and or_other exclude each other.</source>
        <translation>Không dùng đồng thời điều kiện lọc phương án và or_other.</translation>
    </message>
    <message>
        <source>A head of the team</source>
        <translation>Trưởng đoàn</translation>
    </message>
    <message>
        <source>A laptop has no compass: the bearing is typed.</source>
        <translation>Máy tính không có la bàn: phương hướng được gõ vào.</translation>
    </message>
    <message>
        <source>A laptop has no position to record: the question stays blank.</source>
        <translation>Máy tính không có định vị: câu hỏi này để trống.</translation>
    </message>
    <message>
        <source>A laptop has no telephone number or card: the question stays blank.</source>
        <translation>Máy tính không có số điện thoại, thẻ SIM: câu hỏi này để trống.</translation>
    </message>
    <message>
        <source>A laptop that has not written here yet</source>
        <translation>Máy chưa ghi gì ở cuộc kiểm tra này</translation>
    </message>
    <message>
        <source>A list cannot be read from the file {file}.</source>
        <translation>Không đọc được danh sách từ tệp {file}.</translation>
    </message>
    <message>
        <source>A loop over choices is not known here.</source>
        <translation>Chương trình không dùng vòng lặp theo phương án (loop).</translation>
    </message>
    <message>
        <source>A person must decide what becomes of the answers</source>
        <translation>Cần người quyết định với các kết quả</translation>
    </message>
    <message>
        <source>A reason is needed.</source>
        <translation>Cần nêu lý do.</translation>
    </message>
    <message>
        <source>A reason is needed; it is printed in the minutes</source>
        <translation>Cần ghi lý do; lý do được in vào biên bản</translation>
    </message>
    <message>
        <source>A receipt of {sender}, {laptop}</source>
        <translation>Biên nhận của {sender}, {laptop}</translation>
    </message>
    <message>
        <source>A receipt: it says what that laptop holds.</source>
        <translation>Biên nhận: cho biết máy đó đang giữ những gì.</translation>
    </message>
    <message>
        <source>A secretary</source>
        <translation>Thư ký</translation>
    </message>
    <message>
        <source>A text stands where a number belongs.</source>
        <translation>Ô chứa đoạn văn, trong khi phải là số.</translation>
    </message>
    <message>
        <source>A trigger names questions and nothing else.</source>
        <translation>Ô trigger chỉ ghi mã câu hỏi.</translation>
    </message>
    <message>
        <source>A visit begins with the checklist of the program. Others are published from workbooks.</source>
        <translation>Cuộc kiểm tra dùng mẫu phiếu có sẵn của chương trình. Mẫu phiếu khác được ban hành từ tệp Excel.</translation>
    </message>
    <message>
        <source>A visit needs its date.</source>
        <translation>Cần ghi ngày kiểm tra.</translation>
    </message>
    <message>
        <source>A yes/no item needs the choices co and khong; check {names}.</source>
        <translation>Tiêu chí có/không cần đúng hai phương án co và khong; xem lại {names}.</translation>
    </message>
    <message>
        <source>A&amp;dmit</source>
        <translation>C&amp;hấp nhận</translation>
    </message>
    <message>
        <source>A&amp;ssign this visit to them…</source>
        <translation>&amp;Giao cuộc kiểm tra này cho các máy…</translation>
    </message>
    <message>
        <source>About the item</source>
        <translation>Chi tiết mục</translation>
    </message>
    <message>
        <source>Absent</source>
        <translation>Vắng</translation>
    </message>
    <message>
        <source>Acknowledged</source>
        <translation>Đã xác nhận</translation>
    </message>
    <message>
        <source>Activities</source>
        <translation>Hoạt động</translation>
    </message>
    <message>
        <source>Activities done</source>
        <translation>Hoạt động đã thực hiện</translation>
    </message>
    <message>
        <source>Activities in the plan</source>
        <translation>Hoạt động trong kế hoạch</translation>
    </message>
    <message>
        <source>Activities {figures} into {item}</source>
        <translation>Đưa hoạt động {figures} vào {item}</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Hoạt động</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Thêm</translation>
    </message>
    <message>
        <source>Add a choice named other, and a text question that is relevant when it is chosen.</source>
        <translation>Hãy thêm phương án có mã other và một câu hỏi kiểu text chỉ hiện khi chọn phương án đó.</translation>
    </message>
    <message>
        <source>Add a dossier</source>
        <translation>Thêm hồ sơ</translation>
    </message>
    <message>
        <source>Add a finding</source>
        <translation>Thêm tồn tại</translation>
    </message>
    <message>
        <source>Add a finding (Ctrl+N)</source>
        <translation>Thêm tồn tại (Ctrl+N)</translation>
    </message>
    <message>
        <source>Add a recommendation</source>
        <translation>Thêm kiến nghị</translation>
    </message>
    <message>
        <source>Add a recommendation (Ctrl+Shift+N)</source>
        <translation>Thêm kiến nghị (Ctrl+Shift+N)</translation>
    </message>
    <message>
        <source>Add a row end_{kind} after its last question.</source>
        <translation>Hãy thêm dòng end_{kind} sau câu hỏi cuối cùng của nhóm.</translation>
    </message>
    <message>
        <source>Add evidence</source>
        <translation>Thêm minh chứng</translation>
    </message>
    <message>
        <source>Add it again</source>
        <translation>Vẫn thêm</translation>
    </message>
    <message>
        <source>Add it, or begin from the checklist that came with the program.</source>
        <translation>Hãy thêm trang này, hoặc bắt đầu từ phiếu có sẵn của phần mềm.</translation>
    </message>
    <message>
        <source>Add photos and scans</source>
        <translation>Thêm ảnh, bản quét</translation>
    </message>
    <message>
        <source>Add photos and scans…</source>
        <translation>Thêm ảnh, bản quét…</translation>
    </message>
    <message>
        <source>Add the column to the list, or write ${{{name}}} for a question.</source>
        <translation>Hãy thêm cột đó vào danh sách, hoặc ghi ${{{name}}} nếu là câu hỏi.</translation>
    </message>
    <message>
        <source>Add the dossier (Enter)</source>
        <translation>Thêm hồ sơ (Enter)</translation>
    </message>
    <message>
        <source>Add the file to the checklist.</source>
        <translation>Hãy thêm tệp vào mẫu phiếu.</translation>
    </message>
    <message>
        <source>Add the list on the sheet choices.</source>
        <translation>Hãy thêm danh sách này vào trang choices.</translation>
    </message>
    <message>
        <source>Add {name}=… to the parameters.</source>
        <translation>Hãy thêm {name}=… vào ô tham số.</translation>
    </message>
    <message>
        <source>Add: {what}</source>
        <translation>Thêm: {what}</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Địa chỉ</translation>
    </message>
    <message>
        <source>Address and code as a QR code</source>
        <translation>Địa chỉ và mã dạng QR</translation>
    </message>
    <message>
        <source>Address {address}, code {code}</source>
        <translation>Địa chỉ {address}, mã {code}</translation>
    </message>
    <message>
        <source>Admission withdrawn</source>
        <translation>Đã thu hồi tư cách tham gia</translation>
    </message>
    <message>
        <source>Admit as</source>
        <translation>Chấp nhận với vai trò</translation>
    </message>
    <message>
        <source>Admit the lead&apos;s laptop first.</source>
        <translation>Hãy chấp nhận máy của trưởng đoàn trước.</translation>
    </message>
    <message>
        <source>Admitted as</source>
        <translation>Tham gia với tư cách</translation>
    </message>
    <message>
        <source>Admitted.</source>
        <translation>Đã chấp nhận.</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Tất cả</translation>
    </message>
    <message>
        <source>All &amp;members of the team sign</source>
        <translation>Tất cả &amp;thành viên Đoàn cùng ký</translation>
    </message>
    <message>
        <source>All are present</source>
        <translation>Tất cả có mặt</translation>
    </message>
    <message>
        <source>All areas</source>
        <translation>Mọi lĩnh vực</translation>
    </message>
    <message>
        <source>All authors</source>
        <translation>Mọi người ghi</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Mọi tệp</translation>
    </message>
    <message>
        <source>All lists are computed again: {rows} rows.</source>
        <translation>Đã tính lại mọi danh sách: {rows} dòng.</translation>
    </message>
    <message>
        <source>All members of the team sign</source>
        <translation>Tất cả thành viên Đoàn ký</translation>
    </message>
    <message>
        <source>All photos and scans</source>
        <translation>Tất cả ảnh, bản quét</translation>
    </message>
    <message>
        <source>All shortcuts</source>
        <translation>Mọi phím tắt</translation>
    </message>
    <message>
        <source>All states ({count})</source>
        <translation>Mọi tình trạng ({count})</translation>
    </message>
    <message>
        <source>All that the minutes need is there.</source>
        <translation>Biên bản đã đủ nội dung.</translation>
    </message>
    <message>
        <source>Allow it for this program in the privacy settings of the system, then try again.</source>
        <translation>Cho phép chương trình này dùng máy ảnh trong phần cài đặt quyền riêng tư của hệ điều hành, rồi thử lại.</translation>
    </message>
    <message>
        <source>Also for {items}</source>
        <translation>Dùng cả cho {items}</translation>
    </message>
    <message>
        <source>Alt and an underlined letter goes to that field or presses that button.</source>
        <translation>Bấm Alt và chữ cái gạch chân để đến ô hoặc bấm nút đó.</translation>
    </message>
    <message>
        <source>An answer is needed.</source>
        <translation>Cần có câu trả lời.</translation>
    </message>
    <message>
        <source>An item cannot be repeated.</source>
        <translation>Tiêu chí không được nằm trong nhóm lặp lại.</translation>
    </message>
    <message>
        <source>And {names}.</source>
        <translation>Và {names}.</translation>
    </message>
    <message>
        <source>Another &amp;version of the checklist…</source>
        <translation>Chuyển &amp;phiên bản mẫu phiếu…</translation>
    </message>
    <message>
        <source>Another checklist has the version {version} too; give a changed one a new version.</source>
        <translation>Đã có phiếu khác mang phiên bản {version}; phiếu đã sửa cần số phiên bản mới.</translation>
    </message>
    <message>
        <source>Another program may be using it, or the system does not allow it. Close the other program, or allow the camera in the privacy settings of the system, then try again.</source>
        <translation>Có thể chương trình khác đang dùng máy ảnh, hoặc hệ điều hành không cho phép. Đóng chương trình kia, hoặc cho phép dùng máy ảnh trong phần cài đặt quyền riêng tư của hệ điều hành, rồi thử lại.</translation>
    </message>
    <message>
        <source>Another version of the checklist</source>
        <translation>Phiên bản khác của mẫu phiếu</translation>
    </message>
    <message>
        <source>Another workspace…</source>
        <translation>Kho khác…</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Đã kiểm tra</translation>
    </message>
    <message>
        <source>Answered before the visit moved to another version; kept and printed with the minutes.</source>
        <translation>Đã trả lời trước khi cuộc kiểm tra chuyển phiên bản mẫu phiếu; được giữ lại và in cùng biên bản.</translation>
    </message>
    <message>
        <source>Answering</source>
        <translation>Trả lời</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Kết quả</translation>
    </message>
    <message>
        <source>Answers are not encrypted with this key; the workspace is encrypted as a whole.</source>
        <translation>Kết quả không mã hóa bằng khóa này; toàn bộ kho dữ liệu đã được mã hóa.</translation>
    </message>
    <message>
        <source>Answers of the form that was saved last are not known here: it reads as blank.</source>
        <translation>Không có kết quả của phiếu lưu lần trước: giá trị này coi như để trống.</translation>
    </message>
    <message>
        <source>Answers shown as saved are safe. You can go on working; if something looks wrong, close the program and open it again. Please send the report below to the office: it names places in the program, and may quote the value being worked on.</source>
        <translation>Các kết quả đã báo là đã lưu vẫn an toàn. Có thể làm việc tiếp; nếu thấy điều gì không đúng, hãy đóng chương trình rồi mở lại. Đề nghị gửi báo cáo dưới đây về Sở: báo cáo ghi vị trí lỗi trong chương trình và có thể kèm giá trị đang xử lý.</translation>
    </message>
    <message>
        <source>Any cause</source>
        <translation>Mọi nguyên nhân</translation>
    </message>
    <message>
        <source>Any severity</source>
        <translation>Mọi mức độ</translation>
    </message>
    <message>
        <source>Any state</source>
        <translation>Mọi tình trạng</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Hiển thị</translation>
    </message>
    <message>
        <source>Applied, with measured results</source>
        <translation>Đang áp dụng, có kết quả</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>Lĩnh vực</translation>
    </message>
    <message>
        <source>Area before</source>
        <translation>Lĩnh vực trước</translation>
    </message>
    <message>
        <source>Areas dealt</source>
        <translation>Phân công lĩnh vực</translation>
    </message>
    <message>
        <source>Areas dealt to members</source>
        <translation>Giao lĩnh vực</translation>
    </message>
    <message>
        <source>Areas dealt to the member</source>
        <translation>Lĩnh vực được phân công</translation>
    </message>
    <message>
        <source>Areas of its plan</source>
        <translation>Số lĩnh vực trong kế hoạch</translation>
    </message>
    <message>
        <source>Areas of others</source>
        <translation>Của người khác</translation>
    </message>
    <message>
        <source>Areas of the checklist</source>
        <translation>Các lĩnh vực của phiếu</translation>
    </message>
    <message>
        <source>Arrow</source>
        <translation>Mũi tên</translation>
    </message>
    <message>
        <source>Arrows: go about · Space or a click: deal the area, or take it back · Ctrl+Z: undo</source>
        <translation>Phím mũi tên: di chuyển · phím cách hoặc nhấp chuột: giao, thôi giao · Ctrl+Z: hoàn tác</translation>
    </message>
    <message>
        <source>As recorded</source>
        <translation>Theo thứ tự ghi</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Theo hệ thống</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>Hỏi lại</translation>
    </message>
    <message>
        <source>Ask the lead to open it again; nothing was sent.</source>
        <translation>Hãy đề nghị trưởng đoàn mở lại; chưa có gì được gửi.</translation>
    </message>
    <message>
        <source>Ask the sender for the passphrase and give it with the file.</source>
        <translation>Hãy hỏi người gửi mật khẩu rồi nhập cùng tệp.</translation>
    </message>
    <message>
        <source>Ask the sender to export it for this laptop, or with a passphrase.</source>
        <translation>Hãy đề nghị người gửi xuất lại cho máy này, hoặc niêm phong bằng mật khẩu.</translation>
    </message>
    <message>
        <source>Ask whoever may: {who}.</source>
        <translation>Hãy đề nghị máy có quyền: {who}.</translation>
    </message>
    <message>
        <source>At least {count} characters; several words are best.</source>
        <translation>Ít nhất {count} ký tự; tốt nhất là vài từ ghép lại.</translation>
    </message>
    <message>
        <source>At this laptop</source>
        <translation>Người dùng máy này</translation>
    </message>
    <message>
        <source>Attendance</source>
        <translation>Điểm danh</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>Người ghi</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Quay lại</translation>
    </message>
    <message>
        <source>Back to all photos</source>
        <translation>Về danh sách ảnh</translation>
    </message>
    <message>
        <source>Back to the checklist</source>
        <translation>Về bảng kiểm</translation>
    </message>
    <message>
        <source>Become old questions: {count}</source>
        <translation>Thành câu hỏi cũ: {count}</translation>
    </message>
    <message>
        <source>Becomes the answer too, as the team has none yet.</source>
        <translation>Đoàn chưa ghi nên số này làm luôn kết quả.</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Trước đó</translation>
    </message>
    <message>
        <source>Before signing: {count} to see to</source>
        <translation>Trước khi ký: {count} việc</translation>
    </message>
    <message>
        <source>Began the visit.</source>
        <translation>Máy đã lập cuộc kiểm tra.</translation>
    </message>
    <message>
        <source>Begin a&amp;new</source>
        <translation>Làm lại từ đầ&amp;u</translation>
    </message>
    <message>
        <source>Begin its heading with _ if it is only a note.</source>
        <translation>Hãy thêm dấu _ ở đầu tên cột nếu chỉ là ghi chú riêng.</translation>
    </message>
    <message>
        <source>Begin with the highest class; each number once.</source>
        <translation>Hãy bắt đầu từ mức cao nhất; mỗi mốc điểm chỉ ghi một lần.</translation>
    </message>
    <message>
        <source>Begin with the highest threshold; points fall with the thresholds.</source>
        <translation>Hãy bắt đầu từ ngưỡng cao nhất; ngưỡng giảm thì điểm không được tăng.</translation>
    </message>
    <message>
        <source>Begins at</source>
        <translation>Giờ bắt đầu</translation>
    </message>
    <message>
        <source>Begun again from the start of the checklist</source>
        <translation>Đã quay lại từ đầu bảng kiểm</translation>
    </message>
    <message>
        <source>Behind schedule</source>
        <translation>Chậm tiến độ</translation>
    </message>
    <message>
        <source>Blank forms</source>
        <translation>Số phiếu trống</translation>
    </message>
    <message>
        <source>Bodies named so far</source>
        <translation>Các cơ quan đã nêu</translation>
    </message>
    <message>
        <source>Both found the same.</source>
        <translation>Các bản kiểm tra có kết quả giống nhau.</translation>
    </message>
    <message>
        <source>Both laptops must be in the same network. Or hand the file over on a stick.</source>
        <translation>Hai máy phải ở cùng mạng nội bộ. Hoặc giao tệp bằng USB.</translation>
    </message>
    <message>
        <source>Both laptops now hold the same.</source>
        <translation>Hai máy hiện có dữ liệu như nhau.</translation>
    </message>
    <message>
        <source>Box</source>
        <translation>Khung</translation>
    </message>
    <message>
        <source>Bring &amp;back from a copy…</source>
        <translation>Lấy lại từ bản &amp;sao…</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>Lấy lại</translation>
    </message>
    <message>
        <source>Bring back what was taken away</source>
        <translation>Lấy lại phần vừa bỏ</translation>
    </message>
    <message>
        <source>Bringing back from the copy</source>
        <translation>Đang lấy lại từ bản sao</translation>
    </message>
    <message>
        <source>Bringing laptops together</source>
        <translation>Hợp nhất các máy</translation>
    </message>
    <message>
        <source>Brought back: {visits} visits</source>
        <translation>Đã lấy lại: {visits} cuộc kiểm tra</translation>
    </message>
    <message>
        <source>By deadline</source>
        <translation>Theo thời hạn</translation>
    </message>
    <message>
        <source>By item</source>
        <translation>Theo tiêu chí</translation>
    </message>
    <message>
        <source>Call the file {name}, and write that here.</source>
        <translation>Hãy đổi tên tệp thành {name} và ghi tên đó vào đây.</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>Máy ảnh</translation>
    </message>
    <message>
        <source>Camera {number}</source>
        <translation>Máy ảnh {number}</translation>
    </message>
    <message>
        <source>Camera…</source>
        <translation>Máy ảnh…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>Caption</source>
        <translation>Chú thích</translation>
    </message>
    <message>
        <source>Carry down (Alt+Down)</source>
        <translation>Chuyển xuống (Alt+Down)</translation>
    </message>
    <message>
        <source>Carry up (Alt+Up)</source>
        <translation>Chuyển lên (Alt+Up)</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>Nguyên nhân</translation>
    </message>
    <message>
        <source>Cause not given</source>
        <translation>Chưa nêu nguyên nhân</translation>
    </message>
    <message>
        <source>Cell</source>
        <translation>Ô</translation>
    </message>
    <message>
        <source>Cells of the file</source>
        <translation>Các ô của tệp</translation>
    </message>
    <message>
        <source>Change it in Excel, then check and publish it.</source>
        <translation>Hãy sửa bằng Excel, rồi kiểm tra và nhập vào chương trình.</translation>
    </message>
    <message>
        <source>Change one of the expressions so that it no longer needs the others.</source>
        <translation>Hãy sửa một biểu thức để nó không còn cần đến các mục kia.</translation>
    </message>
    <message>
        <source>Changed last by {author}, {laptop}, {when}</source>
        <translation>Thay đổi gần nhất: {author}, {laptop}, {when}</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Kênh tiếp nhận</translation>
    </message>
    <message>
        <source>Check &amp;again</source>
        <translation>Kiểm tra &amp;lại</translation>
    </message>
    <message>
        <source>Check the points; the index is worked out in percent all the same.</source>
        <translation>Hãy kiểm tra lại điểm; chỉ số vẫn được tính theo phần trăm.</translation>
    </message>
    <message>
        <source>Check the user name and the password, or ask who keeps the server. Nothing was sent.</source>
        <translation>Hãy kiểm tra tên đăng nhập và mật khẩu, hoặc hỏi người quản lý máy chủ. Chưa có gì được gửi.</translation>
    </message>
    <message>
        <source>Check&amp;list</source>
        <translation>&amp;Mẫu phiếu</translation>
    </message>
    <message>
        <source>Checked twice</source>
        <translation>Hồ sơ trùng</translation>
    </message>
    <message>
        <source>Checking dossiers</source>
        <translation>Kiểm tra hồ sơ</translation>
    </message>
    <message>
        <source>Checking reads every change and its chain. Rebuilding computes all lists again from the changes; no answer is touched.</source>
        <translation>Kiểm tra là đọc lại từng thay đổi và chuỗi xác thực. Lập lại là tính lại mọi danh sách từ các thay đổi; không kết quả nào bị động đến.</translation>
    </message>
    <message>
        <source>Checking the data</source>
        <translation>Đang kiểm tra dữ liệu</translation>
    </message>
    <message>
        <source>Checking {file}</source>
        <translation>Đang kiểm tra {file}</translation>
    </message>
    <message>
        <source>Checklist</source>
        <translation>Bảng kiểm</translation>
    </message>
    <message>
        <source>Checklist of communes</source>
        <translation>Bảng kiểm tra cấp xã</translation>
    </message>
    <message>
        <source>Checklists</source>
        <translation>Mẫu phiếu</translation>
    </message>
    <message>
        <source>Choose a &amp;stick…</source>
        <translation>Chọn &amp;USB…</translation>
    </message>
    <message>
        <source>Choose a bundle</source>
        <translation>Chọn gói dữ liệu</translation>
    </message>
    <message>
        <source>Choose a file whose name ends in .cchc. Nothing was changed.</source>
        <translation>Hãy chọn tệp có đuôi .cchc. Chưa có gì thay đổi.</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Chọn tệp…</translation>
    </message>
    <message>
        <source>Choose a finding or a recommendation to read and change it.</source>
        <translation>Chọn một tồn tại hoặc kiến nghị để đọc và sửa.</translation>
    </message>
    <message>
        <source>Choose a longer one, for example four unrelated words.</source>
        <translation>Hãy chọn mật khẩu dài hơn, ví dụ bốn từ không liên quan đến nhau.</translation>
    </message>
    <message>
        <source>Choose a photo to describe it, to say what it shows, or to hide personal data in it.</source>
        <translation>Chọn ảnh để ghi chú thích, gắn với nội dung kiểm tra, hoặc che dữ liệu cá nhân.</translation>
    </message>
    <message>
        <source>Choose a photo, a scan or a document. Nothing was changed.</source>
        <translation>Hãy chọn ảnh, bản quét hoặc văn bản. Chưa có gì thay đổi.</translation>
    </message>
    <message>
        <source>Choose a picture…</source>
        <translation>Chọn ảnh…</translation>
    </message>
    <message>
        <source>Choose a recording…</source>
        <translation>Chọn bản ghi âm…</translation>
    </message>
    <message>
        <source>Choose a step that divides the maximum, such as 0.25.</source>
        <translation>Hãy chọn bước chia hết điểm tối đa, ví dụ 0.25.</translation>
    </message>
    <message>
        <source>Choose a value from {start} to {end}.</source>
        <translation>Hãy chọn giá trị từ {start} đến {end}.</translation>
    </message>
    <message>
        <source>Choose a video…</source>
        <translation>Chọn video…</translation>
    </message>
    <message>
        <source>Choose a workbook</source>
        <translation>Chọn tệp Excel</translation>
    </message>
    <message>
        <source>Choose an XForm.</source>
        <translation>Hãy chọn tệp XForm.</translation>
    </message>
    <message>
        <source>Choose an empty folder</source>
        <translation>Chọn thư mục trống</translation>
    </message>
    <message>
        <source>Choose an item to see how it is scored, its legal basis and its history.</source>
        <translation>Chọn một mục để xem cách chấm, căn cứ pháp lý và lịch sử của mục đó.</translation>
    </message>
    <message>
        <source>Choose another folder for the second copy; nothing there was changed.</source>
        <translation>Hãy chọn thư mục khác cho bản sao; chưa có gì ở đó thay đổi.</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>Hãy chọn mã khác.</translation>
    </message>
    <message>
        <source>Choose from a calendar (Alt+Down)</source>
        <translation>Chọn trên lịch (Alt+Mũi tên xuống)</translation>
    </message>
    <message>
        <source>Choose one of the values first.</source>
        <translation>Hãy chọn một giá trị trước.</translation>
    </message>
    <message>
        <source>Choose the answer with this number</source>
        <translation>Chọn phương án mang số này</translation>
    </message>
    <message>
        <source>Choose the commune from the list below the search box.</source>
        <translation>Hãy chọn đơn vị trong danh sách dưới ô tìm.</translation>
    </message>
    <message>
        <source>Choose the filled form</source>
        <translation>Chọn biểu mẫu đã điền</translation>
    </message>
    <message>
        <source>Choose the folder of a workspace</source>
        <translation>Chọn thư mục kho dữ liệu</translation>
    </message>
    <message>
        <source>Choose the folder of the copy</source>
        <translation>Chọn thư mục của bản sao</translation>
    </message>
    <message>
        <source>Choose the scanned signature or drawing…</source>
        <translation>Chọn ảnh chữ ký hoặc bản vẽ đã quét…</translation>
    </message>
    <message>
        <source>Choose the side with this number</source>
        <translation>Chọn bên mang số này</translation>
    </message>
    <message>
        <source>Choose the stick or folder</source>
        <translation>Chọn USB hoặc thư mục</translation>
    </message>
    <message>
        <source>Choose this one ({digit})</source>
        <translation>Chọn giá trị này ({digit})</translation>
    </message>
    <message>
        <source>Choose where the data is kept.</source>
        <translation>Hãy chọn nơi lưu dữ liệu.</translation>
    </message>
    <message>
        <source>Choose where the form goes</source>
        <translation>Chọn nơi ghi biểu mẫu</translation>
    </message>
    <message>
        <source>Choose where the minutes go</source>
        <translation>Chọn nơi lưu biên bản</translation>
    </message>
    <message>
        <source>Choose your name on the Participants page, then try again. Nothing was changed.</source>
        <translation>Chọn tên của mình ở trang Thành phần rồi thử lại. Không có gì thay đổi.</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Chọn…</translation>
    </message>
    <message>
        <source>Chosen</source>
        <translation>Đã chọn</translation>
    </message>
    <message>
        <source>Chosen: {unit}, {province}</source>
        <translation>Đã chọn: {unit}, {province}</translation>
    </message>
    <message>
        <source>Citizen or business</source>
        <translation>Người dân, doanh nghiệp</translation>
    </message>
    <message>
        <source>Class: {name}</source>
        <translation>Xếp loại {name}</translation>
    </message>
    <message>
        <source>Clear the answer</source>
        <translation>Xóa kết quả</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>Close some of them before this row.</source>
        <translation>Hãy đóng bớt nhóm trước dòng này.</translation>
    </message>
    <message>
        <source>Close the help</source>
        <translation>Đóng trợ giúp</translation>
    </message>
    <message>
        <source>Close the other window and try again. The data is safe.</source>
        <translation>Hãy đóng cửa sổ kia rồi thử lại. Dữ liệu vẫn an toàn.</translation>
    </message>
    <message>
        <source>Close the point</source>
        <translation>Đóng điểm nhận</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Đóng thông báo này</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Mã</translation>
    </message>
    <message>
        <source>Code of a dossier to add</source>
        <translation>Mã hồ sơ cần thêm</translation>
    </message>
    <message>
        <source>Code of the dossier</source>
        <translation>Mã hồ sơ</translation>
    </message>
    <message>
        <source>Code {code}</source>
        <translation>Mã {code}</translation>
    </message>
    <message>
        <source>Common passphrase of all who read there</source>
        <translation>Mật khẩu chung của những người cùng nhận</translation>
    </message>
    <message>
        <source>Communes found</source>
        <translation>Các đơn vị tìm thấy</translation>
    </message>
    <message>
        <source>Compare address and code with the lead&apos;s screen; your data is safe here.</source>
        <translation>Hãy đối chiếu địa chỉ và mã với màn hình của trưởng đoàn; dữ liệu trên máy này vẫn an toàn.</translation>
    </message>
    <message>
        <source>Compare and decide</source>
        <translation>So sánh và quyết định</translation>
    </message>
    <message>
        <source>Comparing with the pattern “{pattern}” takes too long; the answer counts as not matching.</source>
        <translation>So khớp với mẫu “{pattern}” mất quá nhiều thời gian; câu trả lời được coi là không khớp.</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>Đủ kết quả</translation>
    </message>
    <message>
        <source>Coordination between offices</source>
        <translation>Phối hợp giữa các cơ quan</translation>
    </message>
    <message>
        <source>Copied to {file}</source>
        <translation>Đã lưu bản sao: {file}</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>Số bản</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Bản sao</translation>
    </message>
    <message>
        <source>Copy it from the phone or the scanner once more. Nothing was changed.</source>
        <translation>Hãy chép lại từ điện thoại hoặc máy quét. Chưa có gì thay đổi.</translation>
    </message>
    <message>
        <source>Copy the report</source>
        <translation>Sao chép báo cáo</translation>
    </message>
    <message>
        <source>Copy {minutes} min ago</source>
        <translation>Bản sao: {minutes} phút trước</translation>
    </message>
    <message>
        <source>Copy {seconds} s ago</source>
        <translation>Bản sao: {seconds} giây trước</translation>
    </message>
    <message>
        <source>Copying…</source>
        <translation>Đang sao…</translation>
    </message>
    <message>
        <source>Correct one of the two dates.</source>
        <translation>Hãy sửa một trong hai ngày.</translation>
    </message>
    <message>
        <source>Correct the cells below in Excel, save, and check again.</source>
        <translation>Sửa các ô dưới đây trong Excel, lưu lại rồi kiểm tra lại.</translation>
    </message>
    <message>
        <source>Correct the cells listed and try again. Nothing was changed.</source>
        <translation>Hãy sửa các ô được liệt kê rồi thử lại. Chưa có gì thay đổi.</translation>
    </message>
    <message>
        <source>Correct the column if other programs are to read it.</source>
        <translation>Hãy sửa cột này nếu còn dùng phiếu trong phần mềm khác.</translation>
    </message>
    <message>
        <source>Correct the expression in this cell.</source>
        <translation>Hãy sửa biểu thức trong ô này.</translation>
    </message>
    <message>
        <source>Correct the expression: {text}</source>
        <translation>Hãy sửa biểu thức: {text}</translation>
    </message>
    <message>
        <source>Correct the file and add it again.</source>
        <translation>Hãy sửa tệp rồi thêm lại.</translation>
    </message>
    <message>
        <source>Correct the file.</source>
        <translation>Hãy sửa tệp.</translation>
    </message>
    <message>
        <source>Correct the formula, or type the text itself.</source>
        <translation>Hãy sửa công thức, hoặc gõ thẳng nội dung.</translation>
    </message>
    <message>
        <source>Correct the row, or send the workbook to whoever supports the program.</source>
        <translation>Hãy sửa dòng đó, hoặc gửi tệp cho người hỗ trợ phần mềm.</translation>
    </message>
    <message>
        <source>Correct these first and try again.</source>
        <translation>Hãy sửa các lỗi này trước rồi thử lại.</translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation>Phân công</translation>
    </message>
    <message>
        <source>Create a workspace…</source>
        <translation>Tạo kho mới…</translation>
    </message>
    <message>
        <source>Create one, or choose another folder.</source>
        <translation>Hãy tạo kho mới hoặc chọn thư mục khác.</translation>
    </message>
    <message>
        <source>Creating…</source>
        <translation>Đang tạo…</translation>
    </message>
    <message>
        <source>Critical: failing this check fails the dossier.</source>
        <translation>Nội dung trọng yếu: không đạt nội dung này thì hồ sơ không đạt.</translation>
    </message>
    <message>
        <source>Ctrl+F1 goes on</source>
        <translation>Ctrl+F1: tiếp</translation>
    </message>
    <message>
        <source>Curly quotation marks, long dashes or loose brackets were read as plain ones.</source>
        <translation>Dấu nháy cong, gạch dài hoặc ngoặc có dấu cách đã được đọc như dấu thường.</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>Cắt</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Tối</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Dữ liệu</translation>
    </message>
    <message>
        <source>Data bundles (*.cchc)</source>
        <translation>Gói dữ liệu (*.cchc)</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Ngày</translation>
    </message>
    <message>
        <source>Date of the earlier visit</source>
        <translation>Ngày của cuộc kiểm tra trước</translation>
    </message>
    <message>
        <source>Dates are asked by the international calendar only.</source>
        <translation>Ngày chỉ được hỏi theo dương lịch.</translation>
    </message>
    <message>
        <source>Dealt to nobody</source>
        <translation>Chưa giao</translation>
    </message>
    <message>
        <source>Decide &amp;together…</source>
        <translation>Quyết định &amp;chung…</translation>
    </message>
    <message>
        <source>Decide it on the Merge page, with both values in view; both are kept until then.</source>
        <translation>Hãy quyết định ở trang Hợp nhất, nơi hiện đủ các giá trị; trước đó mọi giá trị đều được giữ.</translation>
    </message>
    <message>
        <source>Decide {count} disputes together</source>
        <translation>Quyết định chung {count} tranh chấp</translation>
    </message>
    <message>
        <source>Decided. Both values stay in the history.</source>
        <translation>Đã quyết định. Các giá trị đều được giữ trong lịch sử.</translation>
    </message>
    <message>
        <source>Decided: {title}</source>
        <translation>Đã quyết định: {title}</translation>
    </message>
    <message>
        <source>Decision that set up the team</source>
        <translation>Quyết định thành lập Đoàn</translation>
    </message>
    <message>
        <source>Delete one of the two columns.</source>
        <translation>Hãy xóa một trong hai cột.</translation>
    </message>
    <message>
        <source>Delete the column.</source>
        <translation>Hãy xóa cột này.</translation>
    </message>
    <message>
        <source>Delete the columns that do not belong to the checklist.</source>
        <translation>Hãy xóa các cột không thuộc phiếu.</translation>
    </message>
    <message>
        <source>Delete the row, or add begin_{kind} above.</source>
        <translation>Hãy xóa dòng này, hoặc thêm begin_{kind} ở phía trên.</translation>
    </message>
    <message>
        <source>Delete the rows that do not belong here; a longer list goes into a CSV file.</source>
        <translation>Hãy xóa các dòng không thuộc phiếu; danh sách dài hơn nên để trong tệp CSV.</translation>
    </message>
    <message>
        <source>Demonstration</source>
        <translation>Trình diễn</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Chênh lệch</translation>
    </message>
    <message>
        <source>Digits answer, 0 says “not applicable”, the arrow keys go on. What is answered is saved at once and counted below. To do: press F6 to go to the next open item, and a digit to answer it.</source>
        <translation>Phím số để trả lời, 0 là không áp dụng, phím mũi tên sang mục khác. Trả lời xong là đã lưu và cộng ngay vào dòng dưới cùng. Việc cần làm: bấm F6 để đến mục trống tiếp theo, rồi bấm một phím số.</translation>
    </message>
    <message>
        <source>Dispute {at} of {total}</source>
        <translation>Tranh chấp {at}/{total}</translation>
    </message>
    <message>
        <source>Do not delete anything; ask the office for help.</source>
        <translation>Không xóa gì; hãy báo Sở để được hỗ trợ.</translation>
    </message>
    <message>
        <source>Do not record</source>
        <translation>Không ghi</translation>
    </message>
    <message>
        <source>Do not take it</source>
        <translation>Không nhận tệp này</translation>
    </message>
    <message>
        <source>Do not take over</source>
        <translation>Không nhận</translation>
    </message>
    <message>
        <source>Do not write to this disk; restore the latest copy, or ask the office for help.</source>
        <translation>Không ghi thêm vào ổ đĩa này; hãy khôi phục bản sao gần nhất hoặc đề nghị Sở hỗ trợ.</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Tài liệu</translation>
    </message>
    <message>
        <source>Documents received</source>
        <translation>Tài liệu đã nhận</translation>
    </message>
    <message>
        <source>Documents to verify</source>
        <translation>Tài liệu kiểm chứng</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Xong</translation>
    </message>
    <message>
        <source>Done on</source>
        <translation>Ngày xong</translation>
    </message>
    <message>
        <source>Done on time</source>
        <translation>Xong đúng hạn</translation>
    </message>
    <message>
        <source>Dossier</source>
        <translation>Hồ sơ</translation>
    </message>
    <message>
        <source>Dossier before</source>
        <translation>Hồ sơ trước</translation>
    </message>
    <message>
        <source>Dossier form</source>
        <translation>Phiếu hồ sơ</translation>
    </message>
    <message>
        <source>Dossiers</source>
        <translation>Hồ sơ</translation>
    </message>
    <message>
        <source>Dossiers checked</source>
        <translation>Hồ sơ đã kiểm tra</translation>
    </message>
    <message>
        <source>Dossiers that show it</source>
        <translation>Hồ sơ chứng minh</translation>
    </message>
    <message>
        <source>Drawing the marks</source>
        <translation>Đang vẽ dấu</translation>
    </message>
    <message>
        <source>Drop a .cchc file here</source>
        <translation>Kéo tệp .cchc thả vào đây</translation>
    </message>
    <message>
        <source>Drop an Excel workbook here</source>
        <translation>Thả tệp Excel vào đây</translation>
    </message>
    <message>
        <source>Dropped</source>
        <translation>Không thực hiện nữa</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Thời hạn</translation>
    </message>
    <message>
        <source>Due date</source>
        <translation>Thời hạn</translation>
    </message>
    <message>
        <source>Due on {date}</source>
        <translation>Thời hạn: {date}</translation>
    </message>
    <message>
        <source>Earlier recommendation</source>
        <translation>Kiến nghị kỳ trước</translation>
    </message>
    <message>
        <source>Earlier recommendations</source>
        <translation>Kiến nghị kỳ trước</translation>
    </message>
    <message>
        <source>Earlier visit</source>
        <translation>Cuộc kiểm tra trước</translation>
    </message>
    <message>
        <source>Edit the cell</source>
        <translation>Sửa ô</translation>
    </message>
    <message>
        <source>Edit the facts</source>
        <translation>Sửa thông tin</translation>
    </message>
    <message>
        <source>Electronic</source>
        <translation>Bản điện tử</translation>
    </message>
    <message>
        <source>Elements are nested more than {limit} deep.</source>
        <translation>Các phần tử lồng nhau quá {limit} cấp.</translation>
    </message>
    <message>
        <source>Empty the cell, or write begin_repeat.</source>
        <translation>Hãy xóa ô này, hoặc ghi kiểu begin_repeat.</translation>
    </message>
    <message>
        <source>Empty the cell.</source>
        <translation>Hãy xóa ô này.</translation>
    </message>
    <message>
        <source>Empty the chosen cells</source>
        <translation>Xóa trắng các ô đã chọn</translation>
    </message>
    <message>
        <source>Ends at</source>
        <translation>Giờ kết thúc</translation>
    </message>
    <message>
        <source>Enter opens its own form</source>
        <translation>Enter để mở mục đầy đủ</translation>
    </message>
    <message>
        <source>Enter or typing: edit · Tab: next cell · Delete: remove · Ctrl+V: paste from Excel or Word</source>
        <translation>Enter hoặc gõ: sửa · Tab: ô tiếp theo · Delete: bỏ dòng · Ctrl+V: dán từ Excel, Word</translation>
    </message>
    <message>
        <source>Enter {number}</source>
        <translation>Nhập {number}</translation>
    </message>
    <message>
        <source>Enter: next   ↑ ↓: other line   code + Enter: to that item   F2: its own form   -: take back</source>
        <translation>Enter: dòng tiếp   ↑ ↓: dòng khác   mã + Enter: đến mục đó   F2: mở mục đầy đủ   -: bỏ kết quả</translation>
    </message>
    <message>
        <source>Erase for good</source>
        <translation>Xóa hẳn</translation>
    </message>
    <message>
        <source>Erase it</source>
        <translation>Xóa hẳn</translation>
    </message>
    <message>
        <source>Erased for good. Every laptop that hears of it lets its copy go.</source>
        <translation>Đã xóa hẳn. Máy nào nhận được tin cũng xóa bản của mình.</translation>
    </message>
    <message>
        <source>Every area is in one pair of hands.</source>
        <translation>Mỗi lĩnh vực có một người phụ trách.</translation>
    </message>
    <message>
        <source>Every visit of the team is a line here: how far it is, its index, and where two laptops disagree. To do: choose the first one with the arrow keys and press Enter.</source>
        <translation>Mỗi cuộc kiểm tra của Đoàn là một dòng: làm đến đâu, chỉ số bao nhiêu, chỗ nào hai máy ghi khác nhau. Việc cần làm: dùng phím mũi tên chọn cuộc đầu tiên rồi bấm Enter.</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Mọi nội dung</translation>
    </message>
    <message>
        <source>Everything in it was known already; nothing was changed.</source>
        <translation>Mọi nội dung trong gói đã có từ trước; không có gì thay đổi.</translation>
    </message>
    <message>
        <source>Everything in this file was already here.</source>
        <translation>Mọi nội dung trong tệp này đã có sẵn.</translation>
    </message>
    <message>
        <source>Everything in {file} is known already.</source>
        <translation>Mọi nội dung của {file} đã có sẵn.</translation>
    </message>
    <message>
        <source>Everything is saved</source>
        <translation>Đã lưu tất cả</translation>
    </message>
    <message>
        <source>Everything is saved again.</source>
        <translation>Tất cả đã được lưu lại.</translation>
    </message>
    <message>
        <source>Everything you record stays on this laptop, encrypted, until you hand it over. This page is shown only once.</source>
        <translation>Mọi nội dung ghi nhận nằm trên máy này, được mã hóa, cho đến khi giao nộp. Trang này chỉ hiện một lần.</translation>
    </message>
    <message>
        <source>Everything, for anyone</source>
        <translation>Toàn bộ, cho bất kỳ máy nào</translation>
    </message>
    <message>
        <source>Everything, given back to the office</source>
        <translation>Toàn bộ, nộp về Sở</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Ở mọi trang</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Minh chứng</translation>
    </message>
    <message>
        <source>Evidence ({count})</source>
        <translation>Minh chứng ({count})</translation>
    </message>
    <message>
        <source>Evidence is needed.</source>
        <translation>Cần minh chứng.</translation>
    </message>
    <message>
        <source>Evidence needed</source>
        <translation>Cần minh chứng</translation>
    </message>
    <message>
        <source>Evidence of</source>
        <translation>Minh chứng cho</translation>
    </message>
    <message>
        <source>Excel has turned this text into the date {date}.</source>
        <translation>Excel đã đổi nội dung này thành ngày {date}.</translation>
    </message>
    <message>
        <source>Excel holds this name as the truth value {value}.</source>
        <translation>Excel coi mã này là giá trị đúng/sai {value}.</translation>
    </message>
    <message>
        <source>Excel workbooks (*.xlsx)</source>
        <translation>Bảng tính Excel (*.xlsx)</translation>
    </message>
    <message>
        <source>Exchange cells with Excel and Word</source>
        <translation>Chép, dán ô với Excel và Word</translation>
    </message>
    <message>
        <source>Export everything; or receive a bundle or a receipt of that laptop first.</source>
        <translation>Hãy xuất toàn bộ; hoặc nhận gói dữ liệu hay biên nhận của máy đó trước.</translation>
    </message>
    <message>
        <source>Exported: {unit}</source>
        <translation>Đã xuất: {unit}</translation>
    </message>
    <message>
        <source>Exporting</source>
        <translation>Đang xuất gói dữ liệu</translation>
    </message>
    <message>
        <source>Facts of the visit</source>
        <translation>Thông tin cuộc kiểm tra</translation>
    </message>
    <message>
        <source>Fault in the program</source>
        <translation>Lỗi của chương trình</translation>
    </message>
    <message>
        <source>Faults of the one-stop software: what happened, how many dossiers it touched, who was told, when it was put right.</source>
        <translation>Lỗi của phần mềm một cửa: hiện tượng, số hồ sơ bị ảnh hưởng, đã báo cho ai, khắc phục khi nào.</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Lĩnh vực của thủ tục</translation>
    </message>
    <message>
        <source>Figures &amp;from</source>
        <translation>Số liệu &amp;từ ngày</translation>
    </message>
    <message>
        <source>Figures &amp;to</source>
        <translation>đến ngày</translation>
    </message>
    <message>
        <source>Figures from</source>
        <translation>Số liệu từ ngày</translation>
    </message>
    <message>
        <source>Figures to</source>
        <translation>Số liệu đến ngày</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Tệp</translation>
    </message>
    <message>
        <source>File as it was given</source>
        <translation>Tệp gốc</translation>
    </message>
    <message>
        <source>File name</source>
        <translation>Tên tệp</translation>
    </message>
    <message>
        <source>Files not here</source>
        <translation>Tệp chưa nhận</translation>
    </message>
    <message>
        <source>Files received here</source>
        <translation>Các tệp máy này đã nhận</translation>
    </message>
    <message>
        <source>Fill it in as an inspector would: nothing of it is kept.</source>
        <translation>Điền như khi đi kiểm tra; không có gì được lưu lại.</translation>
    </message>
    <message>
        <source>Fill it in, or empty {column}.</source>
        <translation>Hãy ghi thêm, hoặc xóa nội dung ở cột {column}.</translation>
    </message>
    <message>
        <source>Find a dispute</source>
        <translation>Tìm tranh chấp</translation>
    </message>
    <message>
        <source>Find a dispute (Ctrl+F)</source>
        <translation>Tìm tranh chấp (Ctrl+F)</translation>
    </message>
    <message>
        <source>Find a dossier</source>
        <translation>Tìm hồ sơ</translation>
    </message>
    <message>
        <source>Find a dossier (Ctrl+F)</source>
        <translation>Tìm hồ sơ (Ctrl+F)</translation>
    </message>
    <message>
        <source>Find a paper or an item</source>
        <translation>Tìm tài liệu, mục</translation>
    </message>
    <message>
        <source>Find a visit (Ctrl+F)</source>
        <translation>Tìm cuộc kiểm tra (Ctrl+F)</translation>
    </message>
    <message>
        <source>Find a visit by its words</source>
        <translation>Tìm cuộc kiểm tra theo từ</translation>
    </message>
    <message>
        <source>Find an item</source>
        <translation>Tìm mục</translation>
    </message>
    <message>
        <source>Find by caption, item or name</source>
        <translation>Tìm theo chú thích, tiêu chí, tên tệp</translation>
    </message>
    <message>
        <source>Find in the list</source>
        <translation>Tìm trong danh sách</translation>
    </message>
    <message>
        <source>Find items and notes</source>
        <translation>Tìm tiêu chí, ghi chú</translation>
    </message>
    <message>
        <source>Find items, notes, findings (Ctrl+F)</source>
        <translation>Tìm tiêu chí, ghi chú, tồn tại (Ctrl+F)</translation>
    </message>
    <message>
        <source>Find, with or without accents (Ctrl+F)</source>
        <translation>Tìm (Ctrl+F), không cần dấu</translation>
    </message>
    <message>
        <source>Find; accents are not needed</source>
        <translation>Tìm, không cần gõ dấu</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>Tồn tại</translation>
    </message>
    <message>
        <source>Finding ({count})</source>
        <translation>Tồn tại ({count})</translation>
    </message>
    <message>
        <source>Finding at the item</source>
        <translation>Ghi tồn tại ở tiêu chí</translation>
    </message>
    <message>
        <source>Finding that it answers</source>
        <translation>Khắc phục tồn tại</translation>
    </message>
    <message>
        <source>Finding: {text}</source>
        <translation>Tồn tại: {text}</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Tồn tại, hạn chế</translation>
    </message>
    <message>
        <source>Findings recorded: {count}</source>
        <translation>Tồn tại đã ghi: {count}</translation>
    </message>
    <message>
        <source>Findings · Recommendations</source>
        <translation>Tồn tại · Kiến nghị</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Kết thúc</translation>
    </message>
    <message>
        <source>First confirm above that this is the right file.</source>
        <translation>Trước hết hãy xác nhận ở trên rằng đây đúng là tệp của đơn vị.</translation>
    </message>
    <message>
        <source>First language</source>
        <translation>Ngôn ngữ gốc</translation>
    </message>
    <message>
        <source>Fit the &amp;width</source>
        <translation>&amp;Vừa chiều rộng</translation>
    </message>
    <message>
        <source>Fit the window (0)</source>
        <translation>Vừa khung (0)</translation>
    </message>
    <message>
        <source>Fixed</source>
        <translation>Đã khắc phục</translation>
    </message>
    <message>
        <source>Fixed in part</source>
        <translation>Khắc phục một phần</translation>
    </message>
    <message>
        <source>Fixed on</source>
        <translation>Ngày sửa xong</translation>
    </message>
    <message>
        <source>Folder of the workspace</source>
        <translation>Thư mục kho dữ liệu</translation>
    </message>
    <message>
        <source>Folder, share or server</source>
        <translation>Thư mục, thư mục chia sẻ hoặc máy chủ</translation>
    </message>
    <message>
        <source>For example 07:30</source>
        <translation>Ví dụ 07:30</translation>
    </message>
    <message>
        <source>For example: Department of Home Affairs</source>
        <translation>Ví dụ: Sở Nội vụ</translation>
    </message>
    <message>
        <source>For example: compared with the register</source>
        <translation>Ví dụ: đã đối chiếu với sổ theo dõi</translation>
    </message>
    <message>
        <source>For example: specialist</source>
        <translation>Ví dụ: Chuyên viên</translation>
    </message>
    <message>
        <source>For example: the office issued version 2 on 20/11/2026</source>
        <translation>Ví dụ: Sở ban hành phiên bản 2 ngày 20/11/2026</translation>
    </message>
    <message>
        <source>Forget the address</source>
        <translation>Quên địa chỉ này</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Hình thức</translation>
    </message>
    <message>
        <source>Format the column as Text and type it again if other letters are meant.</source>
        <translation>Nếu muốn ghi chữ khác, hãy định dạng cột là Text rồi gõ lại.</translation>
    </message>
    <message>
        <source>Format the column as Text and type it again.</source>
        <translation>Hãy định dạng cột là Text rồi gõ lại.</translation>
    </message>
    <message>
        <source>Forms on paper</source>
        <translation>Phiếu giấy</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Người gửi</translation>
    </message>
    <message>
        <source>From earlier visits</source>
        <translation>Kiến nghị kỳ trước</translation>
    </message>
    <message>
        <source>From whom</source>
        <translation>Ai đã gửi</translation>
    </message>
    <message>
        <source>From {author}</source>
        <translation>Của {author}</translation>
    </message>
    <message>
        <source>From {author}, {laptop}.
</source>
        <translation>Của {author}, {laptop}.
</translation>
    </message>
    <message>
        <source>From {sender}, {laptop}
Signature: {fingerprint}</source>
        <translation>Người gửi: {sender}, {laptop}
Chữ ký máy: {fingerprint}</translation>
    </message>
    <message>
        <source>Full &amp;name</source>
        <translation>&amp;Họ và tên</translation>
    </message>
    <message>
        <source>Full name</source>
        <translation>Họ và tên</translation>
    </message>
    <message>
        <source>Gap, %</source>
        <translation>Lệch, %</translation>
    </message>
    <message>
        <source>Give a folder, a network share, or an address that begins with sftp:// or https:// (WebDAV); s3:// where its part of the program is installed. Nothing was sent.</source>
        <translation>Hãy nhập một thư mục, thư mục chia sẻ hoặc địa chỉ bắt đầu bằng sftp:// hay https:// (WebDAV); s3:// nếu đã cài phần tương ứng. Chưa có gì được gửi.</translation>
    </message>
    <message>
        <source>Give every choice of a list a name of its own.</source>
        <translation>Mỗi phương án trong một danh sách cần một mã riêng.</translation>
    </message>
    <message>
        <source>Give every question and group a name of its own.</source>
        <translation>Mỗi câu hỏi, mỗi nhóm cần một mã riêng.</translation>
    </message>
    <message>
        <source>Give it a code, such as CD04.</source>
        <translation>Hãy ghi một mã, ví dụ CD04.</translation>
    </message>
    <message>
        <source>Give it a short code, such as a.</source>
        <translation>Hãy ghi một mã ngắn, ví dụ a.</translation>
    </message>
    <message>
        <source>Give its place back</source>
        <translation>Trả lại quyền ghi</translation>
    </message>
    <message>
        <source>Give one of the two another name.</source>
        <translation>Hãy đặt tên khác cho một trong hai danh sách.</translation>
    </message>
    <message>
        <source>Give the list of choices a column diem with the points of each.</source>
        <translation>Hãy thêm cột diem vào danh sách lựa chọn và ghi điểm của từng phương án.</translation>
    </message>
    <message>
        <source>Give this laptop a name.</source>
        <translation>Hãy đặt tên cho máy này.</translation>
    </message>
    <message>
        <source>Go on with the tour</source>
        <translation>Sang bước tiếp theo của phần hướng dẫn</translation>
    </message>
    <message>
        <source>Go on working</source>
        <translation>Làm việc tiếp</translation>
    </message>
    <message>
        <source>Go to the item</source>
        <translation>Đến mục của phiếu</translation>
    </message>
    <message>
        <source>Go to {item}</source>
        <translation>Đến {item}</translation>
    </message>
    <message>
        <source>Goes on from the laptop</source>
        <translation>Tiếp tục từ máy</translation>
    </message>
    <message>
        <source>Gravest first</source>
        <translation>Nặng nhất trước</translation>
    </message>
    <message>
        <source>Guidance</source>
        <translation>Hướng dẫn</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>Giao đi</translation>
    </message>
    <message>
        <source>Happened on</source>
        <translation>Ngày xảy ra</translation>
    </message>
    <message>
        <source>Heading of the minutes</source>
        <translation>Phần đầu biên bản</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Trợ giúp</translation>
    </message>
    <message>
        <source>Help about this page</source>
        <translation>Trợ giúp về trang này</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Che</translation>
    </message>
    <message>
        <source>Hide personal data before a photo is kept: ID numbers, faces, addresses. Photos travel in the bundle of the visit. Where and with which camera they were taken is left out.</source>
        <translation>Hãy che dữ liệu cá nhân trước khi giữ ảnh: số định danh, khuôn mặt, địa chỉ. Ảnh đi theo gói dữ liệu của cuộc kiểm tra. Vị trí chụp và thông tin máy ảnh được bỏ.</translation>
    </message>
    <message>
        <source>Hide the passphrase</source>
        <translation>Ẩn mật khẩu</translation>
    </message>
    <message>
        <source>Hide what identifies people and is not needed. Saving the marks replaces the picture: the earlier one is erased here, never travels again, and cannot be brought back.</source>
        <translation>Hãy che những gì nhận ra được cá nhân mà không cần thiết. Lưu dấu sẽ thay ảnh: ảnh trước bị xóa hẳn trên máy này, không đi theo gói dữ liệu nữa và không lấy lại được.</translation>
    </message>
    <message>
        <source>Hide what identifies people and is not needed: ID numbers, faces, addresses, telephone numbers, signatures. What is hidden cannot be recovered. Place and camera data are left out by themselves.</source>
        <translation>Hãy che những gì nhận ra được cá nhân mà không cần thiết: số định danh, khuôn mặt, địa chỉ, số điện thoại, chữ ký. Phần đã che không thể khôi phục. Vị trí chụp và thông tin máy ảnh tự động được bỏ.</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Lịch sử</translation>
    </message>
    <message>
        <source>How it is scored</source>
        <translation>Cách chấm</translation>
    </message>
    <message>
        <source>How it stands</source>
        <translation>Tình hình</translation>
    </message>
    <message>
        <source>How the data is guarded</source>
        <translation>Bảo vệ dữ liệu</translation>
    </message>
    <message>
        <source>I already have a workspace…</source>
        <translation>Đã có kho dữ liệu…</translation>
    </message>
    <message>
        <source>I am …</source>
        <translation>Tôi là …</translation>
    </message>
    <message>
        <source>If it is a text, put it in quotation marks: {text}.</source>
        <translation>Nếu là văn bản, hãy đặt trong dấu nháy: {text}.</translation>
    </message>
    <message>
        <source>Import its workbook, or receive the bundle that carries it.</source>
        <translation>Hãy nhập tệp Excel của mẫu phiếu hoặc nhận gói dữ liệu có kèm mẫu phiếu đó.</translation>
    </message>
    <message>
        <source>Import the checklist alone, without pictures and other sheets.</source>
        <translation>Hãy chỉ nhập riêng phiếu, không kèm ảnh và các trang khác.</translation>
    </message>
    <message>
        <source>In dispute</source>
        <translation>Tranh chấp</translation>
    </message>
    <message>
        <source>In force from {day}</source>
        <translation>Có hiệu lực từ {day}</translation>
    </message>
    <message>
        <source>In force from {first} to {last}</source>
        <translation>Có hiệu lực từ {first} đến {last}</translation>
    </message>
    <message>
        <source>In force until {day}</source>
        <translation>Có hiệu lực đến {day}</translation>
    </message>
    <message>
        <source>In the first column: Space present · 2 late · 3 absent · 4 not ticked</source>
        <translation>Ở cột đầu: phím cách có mặt · 2 đến muộn · 3 vắng · 4 bỏ điểm danh</translation>
    </message>
    <message>
        <source>In the responsibility of</source>
        <translation>Thuộc trách nhiệm của</translation>
    </message>
    <message>
        <source>In the same network, members type or scan:</source>
        <translation>Trong cùng mạng nội bộ, thành viên gõ hoặc quét:</translation>
    </message>
    <message>
        <source>In use from now on: {names}.</source>
        <translation>Áp dụng từ nay: {names}.</translation>
    </message>
    <message>
        <source>Index</source>
        <translation>Chỉ số</translation>
    </message>
    <message>
        <source>Index {value}</source>
        <translation>Chỉ số {value}</translation>
    </message>
    <message>
        <source>Inspected unit</source>
        <translation>Đơn vị được kiểm tra</translation>
    </message>
    <message>
        <source>Inspection data of {unit}, {on}.
{changes} changes. Exported by {author}.
</source>
        <translation>Dữ liệu kiểm tra {unit}, {on}.
{changes} thay đổi. Người xuất: {author}.
</translation>
    </message>
    <message>
        <source>Inspection of administrative reform in {year}</source>
        <translation>Kiểm tra công tác CCHC năm {year}</translation>
    </message>
    <message>
        <source>Inspection of administrative reform, offline.</source>
        <translation>Kiểm tra cải cách hành chính, không cần mạng.</translation>
    </message>
    <message>
        <source>Inspection team</source>
        <translation>Đoàn kiểm tra</translation>
    </message>
    <message>
        <source>Install the newer version to open it. Nothing was changed.</source>
        <translation>Hãy cài phiên bản mới hơn để mở kho này. Chưa có gì thay đổi.</translation>
    </message>
    <message>
        <source>Invented persons and figures. Close the program and open it again for your own work.</source>
        <translation>Người và số liệu hư cấu. Đóng rồi mở lại chương trình để làm việc với dữ liệu của mình.</translation>
    </message>
    <message>
        <source>Is {who} of the team working on this laptop?</source>
        <translation>Có phải {who} trong Đoàn đang dùng máy này không?</translation>
    </message>
    <message>
        <source>Issued by</source>
        <translation>Nơi ban hành</translation>
    </message>
    <message>
        <source>Issuing body</source>
        <translation>Cơ quan ban hành</translation>
    </message>
    <message>
        <source>It belongs to the form “{found}” and not to “{wanted}”.</source>
        <translation>Tệp thuộc biểu mẫu “{found}”, không phải “{wanted}”.</translation>
    </message>
    <message>
        <source>It can be brought back under “Removed”. The history stays.</source>
        <translation>Có thể lấy lại trong mục “Đã xóa”. Lịch sử vẫn được giữ.</translation>
    </message>
    <message>
        <source>It can be read in two ways.</source>
        <translation>Có hai cách hiểu.</translation>
    </message>
    <message>
        <source>It can be taken back here, with a reason.</source>
        <translation>Có thể hoàn tác tại đây, kèm lý do.</translation>
    </message>
    <message>
        <source>It does not know this code.</source>
        <translation>Điểm nhận không dùng mã này.</translation>
    </message>
    <message>
        <source>It has too many elements.</source>
        <translation>Tệp có quá nhiều phần tử.</translation>
    </message>
    <message>
        <source>It holds no form: model or instance is missing.</source>
        <translation>Tệp không có mẫu phiếu: thiếu phần model hoặc instance.</translation>
    </message>
    <message>
        <source>It holds {count} answers. They stay in the history.</source>
        <translation>Phần này có {count} câu trả lời. Các câu trả lời vẫn còn trong lịch sử.</translation>
    </message>
    <message>
        <source>It holds “{found}” and not “{wanted}”.</source>
        <translation>Tệp chứa “{found}”, không phải “{wanted}”.</translation>
    </message>
    <message>
        <source>It is larger than {limit} bytes.</source>
        <translation>Tệp lớn hơn {limit} byte.</translation>
    </message>
    <message>
        <source>It is not known who of the team works on this laptop.</source>
        <translation>Chưa rõ thành viên nào của Đoàn dùng máy này.</translation>
    </message>
    <message>
        <source>It is not said whether this is a rate in percent.</source>
        <translation>Chưa rõ đây có phải là tỷ lệ phần trăm không.</translation>
    </message>
    <message>
        <source>It is not well-formed XML (line {line}: {reason}).</source>
        <translation>Không phải XML đúng chuẩn (dòng {line}: {reason}).</translation>
    </message>
    <message>
        <source>It may have been decided already; list the conflicts again.</source>
        <translation>Có thể xung đột này đã được quyết định; hãy xem lại danh sách xung đột.</translation>
    </message>
    <message>
        <source>It may have been removed on another laptop; look at the visit again.</source>
        <translation>Có thể nội dung này đã bị xóa trên máy khác; hãy xem lại cuộc kiểm tra.</translation>
    </message>
    <message>
        <source>It needs a numerator and a denominator.</source>
        <translation>Cần có tử số và mẫu số.</translation>
    </message>
    <message>
        <source>It needs a question of type integer or decimal.</source>
        <translation>Cần câu hỏi kiểu integer hoặc decimal.</translation>
    </message>
    <message>
        <source>It needs a question of type select_one.</source>
        <translation>Cần câu hỏi kiểu select_one.</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>Mục</translation>
    </message>
    <message>
        <source>Item before, next item</source>
        <translation>Tiêu chí trước, tiêu chí sau</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>Số mục</translation>
    </message>
    <message>
        <source>Items answered</source>
        <translation>Mục đã trả lời</translation>
    </message>
    <message>
        <source>Items in the order of the paper</source>
        <translation>Các mục theo thứ tự phiếu giấy</translation>
    </message>
    <message>
        <source>Its card was received, or it took part in another visit.</source>
        <translation>Máy đã gửi thẻ máy, hoặc đã tham gia cuộc kiểm tra khác.</translation>
    </message>
    <message>
        <source>Its place was given back.</source>
        <translation>Đã trả lại quyền ghi.</translation>
    </message>
    <message>
        <source>Its place was taken away by {who}, {at}: {reason}</source>
        <translation>{who} đã thu quyền ghi lúc {at}: {reason}</translation>
    </message>
    <message>
        <source>Its place was taken away.</source>
        <translation>Đã thu quyền ghi.</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Giữ lại</translation>
    </message>
    <message>
        <source>Keep all {count}</source>
        <translation>Giữ cả {count} tệp</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Giữ lại</translation>
    </message>
    <message>
        <source>Keep no copy</source>
        <translation>Không sao nữa</translation>
    </message>
    <message>
        <source>Keep one of them.</source>
        <translation>Hãy giữ lại một.</translation>
    </message>
    <message>
        <source>Keep the answer</source>
        <translation>Giữ câu trả lời</translation>
    </message>
    <message>
        <source>Keep the folder as it is and ask the office for help; export what can be exported.</source>
        <translation>Giữ nguyên thư mục và báo Sở để được hỗ trợ; xuất những cuộc kiểm tra còn xuất được.</translation>
    </message>
    <message>
        <source>Keep the rule of one of the two.</source>
        <translation>Hãy chỉ giữ quy tắc chấm của một trong hai.</translation>
    </message>
    <message>
        <source>Keeping {file}</source>
        <translation>Đang lưu {file}</translation>
    </message>
    <message>
        <source>Kept as reported, not as the answer: {why}</source>
        <translation>Chỉ ghi là số đơn vị báo cáo, không làm kết quả: {why}</translation>
    </message>
    <message>
        <source>Kept encrypted in the workspace. The common passphrase is for laptops no visit admits yet.</source>
        <translation>Được lưu mã hóa trong kho dữ liệu. Mật khẩu chung dành cho các máy chưa được cuộc kiểm tra nào chấp nhận.</translation>
    </message>
    <message>
        <source>Key of the laptop</source>
        <translation>Khóa của máy</translation>
    </message>
    <message>
        <source>Key of the laptop before</source>
        <translation>Khóa của máy trước</translation>
    </message>
    <message>
        <source>Key to seal for the laptop</source>
        <translation>Khóa niêm phong gửi cho máy</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Hình thức</translation>
    </message>
    <message>
        <source>Kind of unit</source>
        <translation>Loại đơn vị</translation>
    </message>
    <message>
        <source>Kind of visit</source>
        <translation>Hình thức kiểm tra</translation>
    </message>
    <message>
        <source>Known</source>
        <translation>Đã có</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Ngôn ngữ</translation>
    </message>
    <message>
        <source>Language of the form</source>
        <translation>Ngôn ngữ của mẫu phiếu</translation>
    </message>
    <message>
        <source>Laptop</source>
        <translation>Máy</translation>
    </message>
    <message>
        <source>Laptop of the member</source>
        <translation>Máy của thành viên</translation>
    </message>
    <message>
        <source>Laptop {laptop} has not yet said what it holds of this visit.</source>
        <translation>Máy {laptop} chưa báo đang giữ những gì của cuộc kiểm tra này.</translation>
    </message>
    <message>
        <source>Laptop {laptop} is not known here.</source>
        <translation>Máy này chưa biết máy {laptop}.</translation>
    </message>
    <message>
        <source>Laptops</source>
        <translation>Máy</translation>
    </message>
    <message>
        <source>Laptops marked this picture differently. All are kept until one is chosen.</source>
        <translation>Các máy đánh dấu ảnh này khác nhau. Tất cả được giữ đến khi chọn một.</translation>
    </message>
    <message>
        <source>Large letters</source>
        <translation>Chữ lớn (14)</translation>
    </message>
    <message>
        <source>Larger (+)</source>
        <translation>Phóng to (+)</translation>
    </message>
    <message>
        <source>Larger (Ctrl++)</source>
        <translation>Phóng to (Ctrl++)</translation>
    </message>
    <message>
        <source>Last visit</source>
        <translation>Kỳ trước</translation>
    </message>
    <message>
        <source>Last written</source>
        <translation>Ghi lần cuối</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>Đến muộn</translation>
    </message>
    <message>
        <source>Late tasks</source>
        <translation>Nhiệm vụ chậm</translation>
    </message>
    <message>
        <source>Late tasks and activities</source>
        <translation>Nhiệm vụ, hoạt động chậm</translation>
    </message>
    <message>
        <source>Lead of the team</source>
        <translation>Trưởng đoàn</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Thôi</translation>
    </message>
    <message>
        <source>Leave it as it was</source>
        <translation>Để ảnh như cũ</translation>
    </message>
    <message>
        <source>Leave it out</source>
        <translation>Bỏ qua</translation>
    </message>
    <message>
        <source>Leave it out.</source>
        <translation>Hãy bỏ chữ này đi.</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>Bỏ qua</translation>
    </message>
    <message>
        <source>Leave the parameters empty.</source>
        <translation>Hãy để trống ô tham số.</translation>
    </message>
    <message>
        <source>Leave the sign = at the beginning out.</source>
        <translation>Hãy bỏ dấu = ở đầu.</translation>
    </message>
    <message>
        <source>Leave the tour</source>
        <translation>Thôi hướng dẫn</translation>
    </message>
    <message>
        <source>Legal basis</source>
        <translation>Căn cứ</translation>
    </message>
    <message>
        <source>Let all count again</source>
        <translation>Tính lại mọi bản</translation>
    </message>
    <message>
        <source>Let what is repeated begin in one way only: write (a+)* as a*, (a|a)* as a*.</source>
        <translation>Phần lặp lại chỉ nên bắt đầu theo một cách: viết a* thay cho (a+)* hoặc (a|a)*.</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Cấp</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Sáng</translation>
    </message>
    <message>
        <source>Line {line} cannot be read: {reason}.</source>
        <translation>Không đọc được dòng {line}: {reason}.</translation>
    </message>
    <message>
        <source>List before</source>
        <translation>Danh sách trước</translation>
    </message>
    <message>
        <source>List the visits and use an identifier from the list.</source>
        <translation>Hãy xem danh sách cuộc kiểm tra và dùng mã trong danh sách.</translation>
    </message>
    <message>
        <source>Listen</source>
        <translation>Nghe</translation>
    </message>
    <message>
        <source>Lists of choices are read from .csv, .xml and .geojson files.</source>
        <translation>Danh sách lựa chọn được đọc từ tệp .csv, .xml và .geojson.</translation>
    </message>
    <message>
        <source>Main check</source>
        <translation>Bản chính</translation>
    </message>
    <message>
        <source>Make a picture of this page</source>
        <translation>Tạo ảnh từ trang này</translation>
    </message>
    <message>
        <source>Make applicable again</source>
        <translation>Áp dụng lại</translation>
    </message>
    <message>
        <source>Make it the main check</source>
        <translation>Chọn làm bản chính</translation>
    </message>
    <message>
        <source>Make pictures smaller.</source>
        <translation>Hãy giảm kích thước ảnh.</translation>
    </message>
    <message>
        <source>Make the check of {author} the main one</source>
        <translation>Chọn bản kiểm tra của {author} làm bản chính</translation>
    </message>
    <message>
        <source>Make the form from its workbook again.</source>
        <translation>Hãy tạo lại mẫu phiếu từ tệp Excel.</translation>
    </message>
    <message>
        <source>Make the two equal, or leave one of them empty.</source>
        <translation>Hãy sửa cho hai nơi bằng nhau, hoặc để trống một nơi.</translation>
    </message>
    <message>
        <source>Make the two equal.</source>
        <translation>Hãy sửa cho hai số bằng nhau.</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>Cách hiểu</translation>
    </message>
    <message>
        <source>Member of the team</source>
        <translation>Thành viên đoàn</translation>
    </message>
    <message>
        <source>Members hand over a file; where two people answered differently, both values wait here. To do: compare the two sides, choose one with 1 or 2 and write why.</source>
        <translation>Thành viên giao tệp cho trưởng đoàn; chỗ nào hai người ghi khác nhau thì cả hai giá trị chờ ở đây. Việc cần làm: so hai bên, chọn bằng phím 1 hoặc 2 rồi ghi lý do.</translation>
    </message>
    <message>
        <source>Members of the team</source>
        <translation>Thành viên Đoàn</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Hợp nhất</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Máy này</translation>
    </message>
    <message>
        <source>Minor</source>
        <translation>Nhẹ</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>Biên bản</translation>
    </message>
    <message>
        <source>Model or initiative</source>
        <translation>Mô hình, sáng kiến</translation>
    </message>
    <message>
        <source>Models and initiatives</source>
        <translation>Mô hình, sáng kiến</translation>
    </message>
    <message>
        <source>More entries are asked for than a checklist can hold; none were added. Check the number.</source>
        <translation>Số mục yêu cầu vượt quá sức chứa của phiếu; chưa thêm mục nào. Hãy kiểm tra lại con số.</translation>
    </message>
    <message>
        <source>More than {limit} groups stand inside each other.</source>
        <translation>Có hơn {limit} nhóm lồng nhau.</translation>
    </message>
    <message>
        <source>Move down (Alt+Down)</source>
        <translation>Chuyển xuống (Alt+Mũi tên xuống)</translation>
    </message>
    <message>
        <source>Move it out of the repeat, or empty its rule.</source>
        <translation>Hãy đưa tiêu chí ra ngoài nhóm lặp lại, hoặc xóa quy tắc chấm.</translation>
    </message>
    <message>
        <source>Move the row</source>
        <translation>Chuyển dòng lên, xuống</translation>
    </message>
    <message>
        <source>Move up (Alt+Up)</source>
        <translation>Chuyển lên (Alt+Mũi tên lên)</translation>
    </message>
    <message>
        <source>Moved. “visit move-back” takes it back.</source>
        <translation>Đã chuyển. Dùng “visit move-back” để hoàn tác.</translation>
    </message>
    <message>
        <source>Mr/Ms</source>
        <translation>Ông/Bà</translation>
    </message>
    <message>
        <source>My areas</source>
        <translation>Của tôi</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Tên</translation>
    </message>
    <message>
        <source>Name a file with Latin letters, digits, hyphens and dots.</source>
        <translation>Đặt tên tệp bằng chữ cái không dấu, chữ số, gạch nối và dấu chấm.</translation>
    </message>
    <message>
        <source>Name of the laptop</source>
        <translation>Tên máy</translation>
    </message>
    <message>
        <source>Name of the unit</source>
        <translation>Tên đơn vị</translation>
    </message>
    <message>
        <source>Name of this &amp;laptop</source>
        <translation>Tê&amp;n máy này</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Mới</translation>
    </message>
    <message>
        <source>New finding</source>
        <translation>Tồn tại mới</translation>
    </message>
    <message>
        <source>New questions</source>
        <translation>Câu hỏi mới</translation>
    </message>
    <message>
        <source>New questions: {count}</source>
        <translation>Câu hỏi mới: {count}</translation>
    </message>
    <message>
        <source>New recommendation</source>
        <translation>Kiến nghị mới</translation>
    </message>
    <message>
        <source>New row, {column}</source>
        <translation>Dòng mới, {column}</translation>
    </message>
    <message>
        <source>New visit</source>
        <translation>Cuộc kiểm tra mới</translation>
    </message>
    <message>
        <source>New visits use it from now on.</source>
        <translation>Các cuộc kiểm tra mới sẽ dùng mẫu này.</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Tiếp</translation>
    </message>
    <message>
        <source>Next area</source>
        <translation>Lĩnh vực tiếp theo</translation>
    </message>
    <message>
        <source>Next dispute (Alt+Page Down)</source>
        <translation>Tranh chấp sau (Alt+Page Down)</translation>
    </message>
    <message>
        <source>Next dossier</source>
        <translation>Hồ sơ tiếp theo</translation>
    </message>
    <message>
        <source>Next in dispute</source>
        <translation>Tranh chấp</translation>
    </message>
    <message>
        <source>Next item in dispute</source>
        <translation>Mục tranh chấp tiếp theo</translation>
    </message>
    <message>
        <source>Next list</source>
        <translation>Danh sách tiếp theo</translation>
    </message>
    <message>
        <source>Next list: F6</source>
        <translation>Danh sách tiếp theo: F6</translation>
    </message>
    <message>
        <source>Next open</source>
        <translation>Mục trống</translation>
    </message>
    <message>
        <source>Next open item</source>
        <translation>Mục trống tiếp theo</translation>
    </message>
    <message>
        <source>Next open question</source>
        <translation>Câu trống tiếp theo</translation>
    </message>
    <message>
        <source>Next part</source>
        <translation>Phần tiếp theo</translation>
    </message>
    <message>
        <source>Next part: F6</source>
        <translation>Phần tiếp theo: F6</translation>
    </message>
    <message>
        <source>Next required</source>
        <translation>Bắt buộc</translation>
    </message>
    <message>
        <source>Next required item</source>
        <translation>Mục bắt buộc còn trống tiếp theo</translation>
    </message>
    <message>
        <source>Next required question</source>
        <translation>Câu bắt buộc còn trống tiếp theo</translation>
    </message>
    <message>
        <source>Next section of the visit</source>
        <translation>Thẻ tiếp theo của cuộc kiểm tra</translation>
    </message>
    <message>
        <source>No answer yet.</source>
        <translation>Chưa có kết quả.</translation>
    </message>
    <message>
        <source>No area</source>
        <translation>Không thuộc lĩnh vực nào</translation>
    </message>
    <message>
        <source>No area is dealt yet: everybody writes everywhere.</source>
        <translation>Chưa giao lĩnh vực nào: mọi thành viên ghi được mọi lĩnh vực.</translation>
    </message>
    <message>
        <source>No checklist yet</source>
        <translation>Chưa có mẫu phiếu</translation>
    </message>
    <message>
        <source>No choice holds these words.</source>
        <translation>Không có lựa chọn nào chứa các từ này.</translation>
    </message>
    <message>
        <source>No commune has a name like this. Try fewer words.</source>
        <translation>Không có đơn vị nào tên như vậy. Hãy gõ ít từ hơn.</translation>
    </message>
    <message>
        <source>No commune has the code {unit}.</source>
        <translation>Không có xã, phường, đặc khu nào mang mã {unit}.</translation>
    </message>
    <message>
        <source>No connection; it will be tried again. What is to be sent is kept.</source>
        <translation>Chưa có mạng; sẽ thử lại. Những gì cần gửi vẫn được giữ.</translation>
    </message>
    <message>
        <source>No dossier chosen</source>
        <translation>Chưa chọn hồ sơ</translation>
    </message>
    <message>
        <source>No dossier was checked</source>
        <translation>Chưa kiểm tra hồ sơ nào</translation>
    </message>
    <message>
        <source>No dossier was checked twice</source>
        <translation>Không có hồ sơ kiểm tra hai lần</translation>
    </message>
    <message>
        <source>No dossier was checked twice.</source>
        <translation>Không có hồ sơ nào được kiểm tra hai lần.</translation>
    </message>
    <message>
        <source>No entities are made or changed; the questions are asked all the same.</source>
        <translation>Không tạo, không sửa thực thể (entities); các câu hỏi vẫn được hỏi như thường.</translation>
    </message>
    <message>
        <source>No evidence yet</source>
        <translation>Chưa có minh chứng</translation>
    </message>
    <message>
        <source>No file of this visit was received on this laptop yet.</source>
        <translation>Máy này chưa nhận tệp nào của cuộc kiểm tra.</translation>
    </message>
    <message>
        <source>No finding</source>
        <translation>Không gắn với tồn tại nào</translation>
    </message>
    <message>
        <source>No finding yet. Findings can also be recorded on the checklist, at their item.</source>
        <translation>Chưa có tồn tại nào. Cũng có thể ghi tồn tại ngay tại mục của phiếu.</translation>
    </message>
    <message>
        <source>No item</source>
        <translation>Không gắn với mục nào</translation>
    </message>
    <message>
        <source>No label is in the default language “{language}”.</source>
        <translation>Không có cột label nào theo ngôn ngữ mặc định “{language}”.</translation>
    </message>
    <message>
        <source>No label printer is driven from here: the text is only shown.</source>
        <translation>Không in ra máy in nhãn: nội dung chỉ được hiện.</translation>
    </message>
    <message>
        <source>No laptop of a team is admitted to {unit}, so nobody could open the assignment.</source>
        <translation>Cuộc kiểm tra tại {unit} chưa chấp nhận máy nào của đoàn, nên không máy nào mở được gói giao việc.</translation>
    </message>
    <message>
        <source>No log of taps and places is kept; the program keeps the history of every answer itself.</source>
        <translation>Không ghi nhật ký thao tác và vị trí; chương trình tự giữ lịch sử của từng kết quả.</translation>
    </message>
    <message>
        <source>No longer applies</source>
        <translation>Không còn phù hợp</translation>
    </message>
    <message>
        <source>No longer there</source>
        <translation>Không còn</translation>
    </message>
    <message>
        <source>No other laptop has said what it holds.</source>
        <translation>Chưa máy nào báo đang giữ những gì.</translation>
    </message>
    <message>
        <source>No other program is called: the answer is typed.</source>
        <translation>Không gọi chương trình khác: câu trả lời được gõ vào.</translation>
    </message>
    <message>
        <source>No photo or scan matches.</source>
        <translation>Không có ảnh, bản quét phù hợp.</translation>
    </message>
    <message>
        <source>No photos and scans</source>
        <translation>Không kèm ảnh và bản quét</translation>
    </message>
    <message>
        <source>No problems: {title}, version {version}</source>
        <translation>Không có lỗi: {title}, phiên bản {version}</translation>
    </message>
    <message>
        <source>No recommendation of an earlier visit is open.</source>
        <translation>Không có kiến nghị kỳ trước nào cần theo dõi.</translation>
    </message>
    <message>
        <source>No recommendation yet. Choose a finding and recommend how to put it right.</source>
        <translation>Chưa có kiến nghị nào. Chọn một tồn tại rồi kiến nghị cách khắc phục.</translation>
    </message>
    <message>
        <source>No record matches the filter.</source>
        <translation>Không có mục nào khớp với bộ lọc.</translation>
    </message>
    <message>
        <source>No required item is left to answer here</source>
        <translation>Không còn tiêu chí bắt buộc nào chưa trả lời trong phần được ghi</translation>
    </message>
    <message>
        <source>No second copy</source>
        <translation>Chưa có bản sao</translation>
    </message>
    <message>
        <source>No self-report was taken in this visit, or it was taken back already.</source>
        <translation>Cuộc kiểm tra này chưa nhận báo cáo tự kiểm tra nào, hoặc việc nhận đã được hoàn tác.</translation>
    </message>
    <message>
        <source>No self-report yet</source>
        <translation>Chưa có báo cáo tự kiểm tra</translation>
    </message>
    <message>
        <source>No visit holds all these words, or none is in this state.</source>
        <translation>Không có cuộc kiểm tra nào chứa mọi từ này hoặc ở tình trạng này.</translation>
    </message>
    <message>
        <source>No visit yet</source>
        <translation>Chưa có cuộc kiểm tra nào</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>Số</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Chưa ai nhận</translation>
    </message>
    <message>
        <source>Nobody can recover a forgotten passphrase, not even the office. Write it down and keep it away from the laptop.</source>
        <translation>Quên mật khẩu thì không ai lấy lại được, kể cả Sở. Hãy ghi ra giấy và cất riêng, không để cùng máy.</translation>
    </message>
    <message>
        <source>Nobody else could open them there yet. Admit a laptop, or agree on a common passphrase:</source>
        <translation>Chưa có ai khác mở được. Hãy chấp nhận một máy hoặc thống nhất mật khẩu chung:</translation>
    </message>
    <message>
        <source>Nobody has looked into it yet.</source>
        <translation>Chưa ai xem xét.</translation>
    </message>
    <message>
        <source>Nobody has written in this visit yet.</source>
        <translation>Chưa ai ghi vào cuộc kiểm tra này.</translation>
    </message>
    <message>
        <source>Nobody has {areas}.</source>
        <translation>Chưa ai nhận: {areas}.</translation>
    </message>
    <message>
        <source>None yet.</source>
        <translation>Chưa có.</translation>
    </message>
    <message>
        <source>Not admitted: what it wrote is kept and does not count yet.</source>
        <translation>Chưa được chấp nhận: dữ liệu máy này ghi được giữ lại nhưng chưa được tính.</translation>
    </message>
    <message>
        <source>Not applicable</source>
        <translation>Không áp dụng</translation>
    </message>
    <message>
        <source>Not applicable because</source>
        <translation>Không áp dụng vì</translation>
    </message>
    <message>
        <source>Not applicable, with a reason</source>
        <translation>Không áp dụng, nêu lý do</translation>
    </message>
    <message>
        <source>Not applicable…</source>
        <translation>Không áp dụng…</translation>
    </message>
    <message>
        <source>Not begun</source>
        <translation>Chưa thực hiện</translation>
    </message>
    <message>
        <source>Not entered yet. Enter keeps it, Escape once more leaves without it.</source>
        <translation>Chưa nhập. Enter để ghi, bấm Esc lần nữa để bỏ.</translation>
    </message>
    <message>
        <source>Not fixed</source>
        <translation>Chưa khắc phục</translation>
    </message>
    <message>
        <source>Not in the minutes</source>
        <translation>Không in vào biên bản</translation>
    </message>
    <message>
        <source>Not in the minutes ({count} of {total})</source>
        <translation>Không in vào biên bản ({count}/{total})</translation>
    </message>
    <message>
        <source>Not linked</source>
        <translation>Chưa gắn nội dung</translation>
    </message>
    <message>
        <source>Not ordered yet: Alt+Up and Alt+Down carry a choice.</source>
        <translation>Chưa xếp thứ tự: bấm Alt+Up, Alt+Down để chuyển một lựa chọn.</translation>
    </message>
    <message>
        <source>Not printed</source>
        <translation>Không in</translation>
    </message>
    <message>
        <source>Not received yet</source>
        <translation>Chưa nhận được</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Chưa lưu được</translation>
    </message>
    <message>
        <source>Not saved: {reason}</source>
        <translation>Chưa lưu: {reason}</translation>
    </message>
    <message>
        <source>Not sealed</source>
        <translation>Không niêm phong</translation>
    </message>
    <message>
        <source>Not taken in: {count} of {total}</source>
        <translation>Chưa nhận: {count}/{total} tệp</translation>
    </message>
    <message>
        <source>Not ticked</source>
        <translation>Chưa điểm danh</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>Chưa</translation>
    </message>
    <message>
        <source>Notable</source>
        <translation>Đáng lưu ý</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Ghi chú</translation>
    </message>
    <message>
        <source>Note at the item</source>
        <translation>Ghi chú ở tiêu chí</translation>
    </message>
    <message>
        <source>Nothing arose in the period: the denominator is 0.</source>
        <translation>Trong kỳ không phát sinh: mẫu số bằng 0.</translation>
    </message>
    <message>
        <source>Nothing can be delivered to the address “{address}”.</source>
        <translation>Không gửi được tới địa chỉ “{address}”.</translation>
    </message>
    <message>
        <source>Nothing found. Accents do not matter.</source>
        <translation>Không tìm thấy. Gõ có dấu hay không dấu đều được.</translation>
    </message>
    <message>
        <source>Nothing has arrived.</source>
        <translation>Chưa nhận được gì.</translation>
    </message>
    <message>
        <source>Nothing in dispute</source>
        <translation>Không có tranh chấp</translation>
    </message>
    <message>
        <source>Nothing in dispute matches</source>
        <translation>Không có tranh chấp phù hợp</translation>
    </message>
    <message>
        <source>Nothing is deleted by itself.</source>
        <translation>Không tự xóa gì.</translation>
    </message>
    <message>
        <source>Nothing is in dispute</source>
        <translation>Không có nội dung tranh chấp</translation>
    </message>
    <message>
        <source>Nothing is in dispute.</source>
        <translation>Không có xung đột nào.</translation>
    </message>
    <message>
        <source>Nothing is left to answer here</source>
        <translation>Không còn tiêu chí nào chưa trả lời trong phần được ghi</translation>
    </message>
    <message>
        <source>Nothing is lost. Check that the printer is on and has paper, then print again.</source>
        <translation>Dữ liệu vẫn an toàn. Kiểm tra máy in đã bật và còn giấy, rồi in lại.</translation>
    </message>
    <message>
        <source>Nothing is open from earlier visits of this unit, as far as this laptop knows.</source>
        <translation>Chưa thấy kiến nghị nào của các kỳ trước còn phải theo dõi tại đơn vị này.</translation>
    </message>
    <message>
        <source>Nothing is recorded in the background: the question stays blank.</source>
        <translation>Không ghi âm ngầm: câu hỏi này để trống.</translation>
    </message>
    <message>
        <source>Nothing is recorded with the laptop: a file that exists is chosen.</source>
        <translation>Không ghi âm, ghi hình bằng máy tính: chọn tệp có sẵn.</translation>
    </message>
    <message>
        <source>Nothing is sent as text messages.</source>
        <translation>Không gửi gì bằng tin nhắn.</translation>
    </message>
    <message>
        <source>Nothing is sent by itself; visits travel as bundles.</source>
        <translation>Không tự gửi; cuộc kiểm tra được chuyển bằng gói dữ liệu.</translation>
    </message>
    <message>
        <source>Nothing is sent to this address; visits travel as bundles.</source>
        <translation>Không gửi gì tới địa chỉ này; cuộc kiểm tra được chuyển bằng gói dữ liệu.</translation>
    </message>
    <message>
        <source>Nothing is taken from this row.</source>
        <translation>Không lấy số liệu từ hàng này.</translation>
    </message>
    <message>
        <source>Nothing matches</source>
        <translation>Không tìm thấy</translation>
    </message>
    <message>
        <source>Nothing needs to be done.</source>
        <translation>Không cần làm gì thêm.</translation>
    </message>
    <message>
        <source>Nothing new on either side.</source>
        <translation>Hai bên không có gì mới.</translation>
    </message>
    <message>
        <source>Nothing of yours is left to undo in this visit.</source>
        <translation>Không còn thao tác nào của máy này để hoàn tác trong cuộc kiểm tra.</translation>
    </message>
    <message>
        <source>Nothing to choose from yet</source>
        <translation>Chưa có gì để chọn</translation>
    </message>
    <message>
        <source>Nothing to take</source>
        <translation>Không có gì để nhận</translation>
    </message>
    <message>
        <source>Nothing waits.</source>
        <translation>Không có dữ liệu nào đang chờ.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Chưa có gì thay đổi.</translation>
    </message>
    <message>
        <source>Nothing was changed. Ask the sender for a complete export of the visit.</source>
        <translation>Chưa có gì thay đổi. Hãy đề nghị bên gửi xuất đầy đủ cuộc kiểm tra.</translation>
    </message>
    <message>
        <source>Nothing was changed. Ask the sender to export it again, to another stick if need be.</source>
        <translation>Chưa có gì thay đổi. Hãy đề nghị bên gửi xuất lại, nếu cần thì sang USB khác.</translation>
    </message>
    <message>
        <source>Nothing was changed. Ask the unit for the form that this program wrote, filled in and saved as an Excel workbook (.xlsx).</source>
        <translation>Chưa có gì thay đổi. Đề nghị đơn vị gửi biểu mẫu do chương trình này xuất ra, đã điền và lưu ở dạng Excel (.xlsx).</translation>
    </message>
    <message>
        <source>Nothing was changed. Ask them, or take a single area over with a reason.</source>
        <translation>Không có gì thay đổi. Đề nghị người giao việc, hoặc nhận làm một lĩnh vực và nêu lý do.</translation>
    </message>
    <message>
        <source>Nothing was changed. Choose another name, or move the file away.</source>
        <translation>Chưa có gì thay đổi. Hãy chọn tên khác, hoặc chuyển tệp đó đi chỗ khác.</translation>
    </message>
    <message>
        <source>Nothing was changed. Correct it and save again.</source>
        <translation>Chưa có gì thay đổi. Hãy sửa lại rồi lưu.</translation>
    </message>
    <message>
        <source>Nothing was changed. Do the opposite on purpose, with a reason of its own.</source>
        <translation>Không có gì thay đổi. Nếu cần, hãy quyết định lại và nêu lý do.</translation>
    </message>
    <message>
        <source>Nothing was changed. Keep the file and install the newer version to receive it.</source>
        <translation>Chưa có gì thay đổi. Hãy giữ tệp và cài phiên bản mới hơn để nhận.</translation>
    </message>
    <message>
        <source>Nothing was changed. Look at it, and enter what should stand there.</source>
        <translation>Không có gì thay đổi. Xem lại nội dung và ghi giá trị đúng.</translation>
    </message>
    <message>
        <source>Nothing was changed. Look at the file; if it is the right one, confirm it.</source>
        <translation>Chưa có gì thay đổi. Xem lại tệp; nếu đúng thì xác nhận.</translation>
    </message>
    <message>
        <source>Nothing was changed. Look at the one that is there.</source>
        <translation>Chưa có gì thay đổi. Hãy xem tệp đã có.</translation>
    </message>
    <message>
        <source>Nothing was changed. Only what was just undone can be redone, until something is entered.</source>
        <translation>Không có gì thay đổi. Chỉ làm lại được thao tác vừa hoàn tác, khi chưa ghi nội dung mới.</translation>
    </message>
    <message>
        <source>Nothing was changed. Receive a visit that your office assigned first, then this file.</source>
        <translation>Chưa thay đổi gì. Hãy nhận cuộc kiểm tra do cơ quan giao trước, rồi nhận tệp này.</translation>
    </message>
    <message>
        <source>Nothing was changed. Take the area over with a reason, or leave it to them.</source>
        <translation>Không có gì thay đổi. Có thể nhận làm lĩnh vực này và nêu lý do, hoặc để người phụ trách ghi.</translation>
    </message>
    <message>
        <source>Nothing was changed. Try again; check Caps Lock and the Vietnamese keyboard.</source>
        <translation>Chưa có gì thay đổi. Hãy nhập lại; kiểm tra phím Caps Lock và bộ gõ tiếng Việt.</translation>
    </message>
    <message>
        <source>Nothing was changed. What colleagues entered is not undone from here.</source>
        <translation>Không có gì thay đổi. Nội dung của đồng nghiệp không hoàn tác được từ máy này.</translation>
    </message>
    <message>
        <source>Nothing was sent. Ask who keeps the server whether its key was changed; only then trust the new one.</source>
        <translation>Chưa có gì được gửi. Hãy hỏi người quản lý máy chủ xem khóa có được thay hay không; chỉ khi đó mới tin khóa mới.</translation>
    </message>
    <message>
        <source>Nothing was written. Correct the file, or choose another one.</source>
        <translation>Chưa ghi gì. Hãy sửa tệp hoặc chọn tệp khác.</translation>
    </message>
    <message>
        <source>Nothing written yet</source>
        <translation>Chưa có nội dung</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Hiện nay</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Số</translation>
    </message>
    <message>
        <source>Of {count} earlier recommendations, {fixed} have been put right.</source>
        <translation>Đã khắc phục {fixed} trên {count} kiến nghị kỳ trước.</translation>
    </message>
    <message>
        <source>Off by more than 5 %</source>
        <translation>Lệch quá 5 %</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>Bộ phận</translation>
    </message>
    <message>
        <source>Office of the People&apos;s Committee of {unit}</source>
        <translation>Trụ sở UBND {unit}</translation>
    </message>
    <message>
        <source>Old questions</source>
        <translation>Câu hỏi cũ</translation>
    </message>
    <message>
        <source>Old questions: their answers are kept and printed</source>
        <translation>Câu hỏi cũ: kết quả được giữ và in</translation>
    </message>
    <message>
        <source>Older than what is in use here, and not taken: {names}.</source>
        <translation>Cũ hơn bản đang dùng trên máy này nên không nhận: {names}.</translation>
    </message>
    <message>
        <source>On the iPhone choose Settings, Camera, Formats, Most Compatible; or send the photo by a messenger, which makes a JPEG of it. Nothing was changed.</source>
        <translation>Trên iPhone chọn Cài đặt, Camera, Định dạng, Tương thích nhất; hoặc gửi ảnh qua Zalo để có ảnh JPEG. Chưa có gì thay đổi.</translation>
    </message>
    <message>
        <source>Once a laptop has written in this visit, it stands here with all that came from it.</source>
        <translation>Khi một máy đã ghi vào cuộc kiểm tra này, máy đó hiện ở đây cùng mọi nội dung đã gửi.</translation>
    </message>
    <message>
        <source>Once more: </source>
        <translation>Nhập lại: </translation>
    </message>
    <message>
        <source>One file at a time: the self-report of one unit is one workbook.</source>
        <translation>Mỗi lần một tệp: báo cáo của một đơn vị là một tệp Excel.</translation>
    </message>
    <message>
        <source>One form fits on both sides of one sheet.</source>
        <translation>Mỗi phiếu vừa hai mặt một tờ A4.</translation>
    </message>
    <message>
        <source>One of the features is no GeoJSON feature.</source>
        <translation>Có đối tượng không phải là đối tượng GeoJSON.</translation>
    </message>
    <message>
        <source>One step less</source>
        <translation>Giảm một bước</translation>
    </message>
    <message>
        <source>One step more</source>
        <translation>Tăng một bước</translation>
    </message>
    <message>
        <source>Only a question with choices has a filter of choices.</source>
        <translation>Chỉ câu hỏi có phương án mới có điều kiện lọc phương án.</translation>
    </message>
    <message>
        <source>Only a repeat has a number of repeats.</source>
        <translation>Chỉ nhóm lặp mới có số lần lặp.</translation>
    </message>
    <message>
        <source>Only points, lines and areas without holes can be read.</source>
        <translation>Chỉ đọc được điểm, đường và vùng không có lỗ.</translation>
    </message>
    <message>
        <source>Only small pictures of them</source>
        <translation>Chỉ kèm ảnh thu nhỏ</translation>
    </message>
    <message>
        <source>Only the first row with settings is read.</source>
        <translation>Chỉ đọc dòng cài đặt đầu tiên.</translation>
    </message>
    <message>
        <source>Only what {laptop} lacks</source>
        <translation>Chỉ phần {laptop} còn thiếu</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Chưa xử lý</translation>
    </message>
    <message>
        <source>Open and mark</source>
        <translation>Mở và đánh dấu</translation>
    </message>
    <message>
        <source>Open for {minutes}:{seconds} more · {count} files have arrived</source>
        <translation>Còn mở {minutes}:{seconds} · đã nhận {count} tệp</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>Mở</translation>
    </message>
    <message>
        <source>Open it again and mark what is there now. Nothing was changed.</source>
        <translation>Hãy mở lại và đánh dấu trên ảnh hiện có. Chưa có gì thay đổi.</translation>
    </message>
    <message>
        <source>Open it in Excel, save it again as an Excel workbook (.xlsx) and import that.</source>
        <translation>Hãy mở bằng Excel, lưu lại thành tệp Excel (.xlsx) rồi nhập tệp đó.</translation>
    </message>
    <message>
        <source>Open it with its passphrase, or choose an empty folder. Nothing was changed.</source>
        <translation>Hãy mở kho đó bằng mật khẩu của nó hoặc chọn một thư mục trống. Chưa có gì thay đổi.</translation>
    </message>
    <message>
        <source>Open the &amp;folder</source>
        <translation>&amp;Mở thư mục</translation>
    </message>
    <message>
        <source>Open the file in Excel and save it, or type the text itself.</source>
        <translation>Hãy mở tệp bằng Excel rồi lưu lại, hoặc gõ thẳng nội dung.</translation>
    </message>
    <message>
        <source>Open the visit</source>
        <translation>Mở cuộc kiểm tra</translation>
    </message>
    <message>
        <source>Open the workspace</source>
        <translation>Mở kho dữ liệu</translation>
    </message>
    <message>
        <source>OpenStreetMap objects cannot be chosen: a file that describes them is attached.</source>
        <translation>Không chọn được đối tượng OpenStreetMap: đính kèm tệp mô tả.</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>Đang mở…</translation>
    </message>
    <message>
        <source>Opinion of the unit</source>
        <translation>Ý kiến của đơn vị</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Sắp xếp</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Cơ quan</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>Bản gốc</translation>
    </message>
    <message>
        <source>Original {digest}</source>
        <translation>Bản gốc {digest}</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Khác</translation>
    </message>
    <message>
        <source>Other &amp;versions in this workspace</source>
        <translation>Các &amp;phiên bản khác trong kho dữ liệu này</translation>
    </message>
    <message>
        <source>Other changes: {count}</source>
        <translation>Thay đổi khác: {count}</translation>
    </message>
    <message>
        <source>Other files are being taken in. Finish with them first.</source>
        <translation>Đang nhận các tệp khác. Hãy xử lý xong trước.</translation>
    </message>
    <message>
        <source>Other words stand beside it: “{text}”.</source>
        <translation>Ô có chữ kèm theo: “{text}”.</translation>
    </message>
    <message>
        <source>Other words stand beside the number: “{text}”.</source>
        <translation>Ô có chữ kèm theo số: “{text}”.</translation>
    </message>
    <message>
        <source>Other words, another area or another person may find it.</source>
        <translation>Hãy thử từ khác, lĩnh vực khác hoặc người khác.</translation>
    </message>
    <message>
        <source>Out of the score</source>
        <translation>Không tính điểm</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Tổng quan</translation>
    </message>
    <message>
        <source>P&amp;lace</source>
        <translation>Địa đ&amp;iểm</translation>
    </message>
    <message>
        <source>P&amp;lan of the inspection</source>
        <translation>Kế hoạch kiể&amp;m tra</translation>
    </message>
    <message>
        <source>Page {number}</source>
        <translation>Trang {number}</translation>
    </message>
    <message>
        <source>Page {page} of {total}</source>
        <translation>Trang {page}/{total}</translation>
    </message>
    <message>
        <source>Part before</source>
        <translation>Phần trước</translation>
    </message>
    <message>
        <source>Participants</source>
        <translation>Thành phần</translation>
    </message>
    <message>
        <source>Partly</source>
        <translation>Một phần</translation>
    </message>
    <message>
        <source>Passphrase &amp;again</source>
        <translation>Nhập &amp;lại mật khẩu</translation>
    </message>
    <message>
        <source>Passphrase of that copy</source>
        <translation>Mật khẩu của bản sao đó</translation>
    </message>
    <message>
        <source>Passphrase of the sender</source>
        <translation>Mật khẩu của người gửi</translation>
    </message>
    <message>
        <source>Passphrase, told to the receiver by voice</source>
        <translation>Mật khẩu, nói miệng cho người nhận</translation>
    </message>
    <message>
        <source>Passphrase: </source>
        <translation>Mật khẩu: </translation>
    </message>
    <message>
        <source>Password there</source>
        <translation>Mật khẩu đăng nhập</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Dán</translation>
    </message>
    <message>
        <source>Pasted picture {time}</source>
        <translation>Ảnh dán {time}</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Con người</translation>
    </message>
    <message>
        <source>Period of the figures</source>
        <translation>Thời kỳ số liệu</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Người dùng</translation>
    </message>
    <message>
        <source>Person or laptop</source>
        <translation>Người hoặc máy</translation>
    </message>
    <message>
        <source>Personal data in it is still to be hidden, or nobody has looked at it: it is listed, not printed.</source>
        <translation>Còn thông tin cá nhân chưa che, hoặc chưa ai xem lại: vẫn có trong danh mục nhưng không in ảnh.</translation>
    </message>
    <message>
        <source>Photo of {author}</source>
        <translation>Ảnh của {author}</translation>
    </message>
    <message>
        <source>Photo or scan</source>
        <translation>Ảnh hoặc bản quét</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>Ảnh</translation>
    </message>
    <message>
        <source>Photos and scans</source>
        <translation>Ảnh, bản quét</translation>
    </message>
    <message>
        <source>Photos and scans go along</source>
        <translation>Kèm đủ ảnh và bản quét</translation>
    </message>
    <message>
        <source>Photos of notice boards and counters, scans of plans and reports. Drop files here, paste them, or add them.</source>
        <translation>Ảnh bảng niêm yết, quầy tiếp nhận; bản quét kế hoạch, báo cáo. Kéo thả tệp vào đây, dán, hoặc bấm thêm.</translation>
    </message>
    <message>
        <source>Picture of the camera</source>
        <translation>Hình từ máy ảnh</translation>
    </message>
    <message>
        <source>Picture of the camera {time}</source>
        <translation>Ảnh chụp lúc {time}</translation>
    </message>
    <message>
        <source>Picture to be marked</source>
        <translation>Ảnh cần đánh dấu</translation>
    </message>
    <message>
        <source>Picture {name}: show it large</source>
        <translation>Ảnh {name}: xem lớn</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Ảnh</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Địa điểm</translation>
    </message>
    <message>
        <source>Place in the list</source>
        <translation>Thứ tự trong danh sách</translation>
    </message>
    <message>
        <source>Places found</source>
        <translation>Các chỗ tìm thấy</translation>
    </message>
    <message>
        <source>Plan by area</source>
        <translation>Kế hoạch theo lĩnh vực</translation>
    </message>
    <message>
        <source>Plan of the inspection</source>
        <translation>Kế hoạch kiểm tra</translation>
    </message>
    <message>
        <source>Plan of the unit</source>
        <translation>Kế hoạch của đơn vị</translation>
    </message>
    <message>
        <source>Plan the first visit</source>
        <translation>Lập cuộc kiểm tra đầu tiên</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>Định kỳ theo kế hoạch</translation>
    </message>
    <message>
        <source>Please check this value.</source>
        <translation>Xin xem lại giá trị này.</translation>
    </message>
    <message>
        <source>Plug it in again, or go back and add the photo as a file.</source>
        <translation>Cắm lại máy ảnh, hoặc quay lại và thêm ảnh từ tệp.</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>Điểm</translation>
    </message>
    <message>
        <source>Points by area</source>
        <translation>Điểm theo lĩnh vực</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Chức vụ</translation>
    </message>
    <message>
        <source>Preparation</source>
        <translation>Chuẩn bị</translation>
    </message>
    <message>
        <source>Present</source>
        <translation>Có mặt</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Xem trước</translation>
    </message>
    <message>
        <source>Previous dispute (Alt+Page Up)</source>
        <translation>Tranh chấp trước (Alt+Page Up)</translation>
    </message>
    <message>
        <source>Print again</source>
        <translation>In lại</translation>
    </message>
    <message>
        <source>Print the form</source>
        <translation>In phiếu</translation>
    </message>
    <message>
        <source>Print the minutes</source>
        <translation>In biên bản</translation>
    </message>
    <message>
        <source>Printing page {page} of {total}</source>
        <translation>Đang in trang {page}/{total}</translation>
    </message>
    <message>
        <source>Problems of the workbook</source>
        <translation>Lỗi của tệp Excel</translation>
    </message>
    <message>
        <source>Procedure</source>
        <translation>Thủ tục</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Tiến độ</translation>
    </message>
    <message>
        <source>Progress by area</source>
        <translation>Tiến độ theo lĩnh vực</translation>
    </message>
    <message>
        <source>Province</source>
        <translation>Tỉnh, thành phố</translation>
    </message>
    <message>
        <source>Provisional index {value}</source>
        <translation>Chỉ số tạm tính {value}</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>Đã ban hành</translation>
    </message>
    <message>
        <source>Published checklists</source>
        <translation>Các mẫu phiếu đã ban hành</translation>
    </message>
    <message>
        <source>Published: {title}</source>
        <translation>Đã ban hành: {title}</translation>
    </message>
    <message>
        <source>Publishing {file}</source>
        <translation>Đang ban hành {file}</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>Khôi phục</translation>
    </message>
    <message>
        <source>Put back what stood there</source>
        <translation>Khôi phục số liệu cũ</translation>
    </message>
    <message>
        <source>Put commas there, so that other programs can read the file too.</source>
        <translation>Hãy dùng dấu phẩy để chương trình khác cũng đọc được tệp.</translation>
    </message>
    <message>
        <source>Put it between begin_group and end_group of an area.</source>
        <translation>Hãy đưa vào giữa begin_group và end_group của một lĩnh vực.</translation>
    </message>
    <message>
        <source>Put it into the folder of the workbook, with exactly this name.</source>
        <translation>Hãy đặt tệp cùng thư mục với phiếu, đúng tên này.</translation>
    </message>
    <message>
        <source>Put long lists of choices into files beside it.</source>
        <translation>Hãy để danh sách lựa chọn dài trong tệp riêng kèm theo biểu mẫu.</translation>
    </message>
    <message>
        <source>Put right</source>
        <translation>Đã khắc phục</translation>
    </message>
    <message>
        <source>Put the results into the checklist</source>
        <translation>Đưa kết quả vào phiếu</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Tỷ lệ</translation>
    </message>
    <message>
        <source>Read aloud; its screen must show the same six:</source>
        <translation>Đọc to lên; màn hình máy kia phải hiện đúng sáu từ này:</translation>
    </message>
    <message>
        <source>Reading {file}</source>
        <translation>Đang đọc {file}</translation>
    </message>
    <message>
        <source>Reads along</source>
        <translation>Chỉ xem</translation>
    </message>
    <message>
        <source>Ready to sign</source>
        <translation>Đủ điều kiện ký</translation>
    </message>
    <message>
        <source>Real dossiers of the sample are checked one by one; those that fail show why. To do: choose a dossier on the left and see which checks it failed.</source>
        <translation>Hồ sơ thực tế của mẫu được kiểm tra từng hồ sơ; hồ sơ không đạt nêu rõ nội dung không đạt. Việc cần làm: chọn một hồ sơ bên trái và xem nội dung nào không đạt.</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Lý do</translation>
    </message>
    <message>
        <source>Reason for taking over</source>
        <translation>Lý do nhận làm</translation>
    </message>
    <message>
        <source>Reason, &amp;kept with each decision</source>
        <translation>&amp;Lý do, lưu cùng từng quyết định</translation>
    </message>
    <message>
        <source>Reason, &amp;kept with the decision</source>
        <translation>&amp;Lý do, lưu cùng quyết định</translation>
    </message>
    <message>
        <source>Reason, for the minutes</source>
        <translation>Lý do, để ghi vào biên bản</translation>
    </message>
    <message>
        <source>Reason, seen by the whole team</source>
        <translation>Lý do, cả Đoàn đều thấy</translation>
    </message>
    <message>
        <source>Rebuilding the tables</source>
        <translation>Đang lập lại các bảng</translation>
    </message>
    <message>
        <source>Receipt: {changes} changes of the inspection of {unit}, {on}, are held by {author}.
</source>
        <translation>Biên nhận: {author} đang giữ {changes} thay đổi của cuộc kiểm tra {unit}, {on}.
</translation>
    </message>
    <message>
        <source>Receive</source>
        <translation>Nhận về</translation>
    </message>
    <message>
        <source>Receive a bundle of it first, or its card.</source>
        <translation>Hãy nhận gói dữ liệu hoặc thẻ máy của máy đó trước.</translation>
    </message>
    <message>
        <source>Receive in the roo&amp;m…</source>
        <translation>Nhận tại &amp;phòng…</translation>
    </message>
    <message>
        <source>Receive the bundle of the laptop that took it.</source>
        <translation>Hãy nhận gói dữ liệu của máy đã đưa tệp vào.</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Đã nhận</translation>
    </message>
    <message>
        <source>Received without a dispute.</source>
        <translation>Đã nhận, không có tranh chấp.</translation>
    </message>
    <message>
        <source>Received, but a history has split: {laptops}</source>
        <translation>Đã nhận, nhưng lịch sử tách đôi: {laptops}</translation>
    </message>
    <message>
        <source>Received; {count} values to decide</source>
        <translation>Đã nhận; {count} giá trị cần quyết định</translation>
    </message>
    <message>
        <source>Receiving {file}</source>
        <translation>Đang nhận {file}</translation>
    </message>
    <message>
        <source>Recognised</source>
        <translation>Được công nhận</translation>
    </message>
    <message>
        <source>Recommend how to put it right</source>
        <translation>Kiến nghị khắc phục</translation>
    </message>
    <message>
        <source>Recommend it again</source>
        <translation>Kiến nghị lại</translation>
    </message>
    <message>
        <source>Recommendation</source>
        <translation>Kiến nghị</translation>
    </message>
    <message>
        <source>Recommendations</source>
        <translation>Kiến nghị</translation>
    </message>
    <message>
        <source>Recommendations for the findings</source>
        <translation>Kiến nghị cho các tồn tại</translation>
    </message>
    <message>
        <source>Recommended again, from an earlier visit</source>
        <translation>Kiến nghị lại từ cuộc kiểm tra trước</translation>
    </message>
    <message>
        <source>Recommended again, from the visit of {date}</source>
        <translation>Kiến nghị lại từ cuộc kiểm tra ngày {date}</translation>
    </message>
    <message>
        <source>Recommended on {date}</source>
        <translation>Kiến nghị ngày {date}</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Ghi nhận</translation>
    </message>
    <message>
        <source>Record it</source>
        <translation>Ghi tồn tại</translation>
    </message>
    <message>
        <source>Record the finding</source>
        <translation>Ghi tồn tại</translation>
    </message>
    <message>
        <source>Recordings</source>
        <translation>Bản ghi âm</translation>
    </message>
    <message>
        <source>Recovered after an interruption: {count} texts</source>
        <translation>Đã khôi phục {count} nội dung sau khi chương trình bị ngắt</translation>
    </message>
    <message>
        <source>Recovered after an interruption: {item} · {unit}: {text}</source>
        <translation>Đã khôi phục sau khi bị ngắt: {item} · {unit}: {text}</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Làm lại</translation>
    </message>
    <message>
        <source>Redo (Ctrl+Y)</source>
        <translation>Làm lại (Ctrl+Y)</translation>
    </message>
    <message>
        <source>Redone: {what}</source>
        <translation>Đã làm lại: {what}</translation>
    </message>
    <message>
        <source>Registered</source>
        <translation>Đã đăng ký</translation>
    </message>
    <message>
        <source>Registered by</source>
        <translation>Nơi đăng ký</translation>
    </message>
    <message>
        <source>Registered on</source>
        <translation>Ngày đăng ký</translation>
    </message>
    <message>
        <source>Remark of the checklist</source>
        <translation>Lưu ý của phiếu</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Xóa</translation>
    </message>
    <message>
        <source>Remove it</source>
        <translation>Xóa</translation>
    </message>
    <message>
        <source>Remove the chosen rows</source>
        <translation>Bỏ các dòng đã chọn</translation>
    </message>
    <message>
        <source>Remove the chosen rows (Delete)</source>
        <translation>Bỏ các dòng đã chọn (Delete)</translation>
    </message>
    <message>
        <source>Remove the mark (Delete)</source>
        <translation>Bỏ dấu (Delete)</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>Đã xóa</translation>
    </message>
    <message>
        <source>Removed or kept</source>
        <translation>Xóa hay giữ</translation>
    </message>
    <message>
        <source>Removed: {name}</source>
        <translation>Đã xóa: {name}</translation>
    </message>
    <message>
        <source>Rename the sheet {other} to {sheet}.</source>
        <translation>Hãy đổi tên trang {other} thành {sheet}.</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Báo cáo lỗi</translation>
    </message>
    <message>
        <source>Reported</source>
        <translation>Đã báo</translation>
    </message>
    <message>
        <source>Reported by the unit</source>
        <translation>Đơn vị báo cáo</translation>
    </message>
    <message>
        <source>Reported by the unit: {value}</source>
        <translation>Đơn vị báo cáo: {value}</translation>
    </message>
    <message>
        <source>Reported on</source>
        <translation>Ngày báo</translation>
    </message>
    <message>
        <source>Reported to</source>
        <translation>Đã báo cho</translation>
    </message>
    <message>
        <source>Representatives of the unit</source>
        <translation>Đại diện đơn vị</translation>
    </message>
    <message>
        <source>Required, open</source>
        <translation>Bắt buộc còn trống</translation>
    </message>
    <message>
        <source>Responsible</source>
        <translation>Đơn vị thực hiện</translation>
    </message>
    <message>
        <source>Responsible body</source>
        <translation>Cơ quan thực hiện</translation>
    </message>
    <message>
        <source>Responsible: {body}</source>
        <translation>Thực hiện: {body}</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Kết quả</translation>
    </message>
    <message>
        <source>Role in the team</source>
        <translation>Vai trò trong Đoàn</translation>
    </message>
    <message>
        <source>Row {row} has more cells than the heading.</source>
        <translation>Dòng {row} có nhiều ô hơn dòng tiêu đề.</translation>
    </message>
    <message>
        <source>Rows added: {count}</source>
        <translation>Đã thêm {count} dòng</translation>
    </message>
    <message>
        <source>S&amp;ymbol</source>
        <translation>Ký hiệ&amp;u</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>Lưu bản sao</translation>
    </message>
    <message>
        <source>Save a copy without a password, or scan the paper. Nothing was changed.</source>
        <translation>Hãy lưu một bản không có mật khẩu, hoặc quét bản giấy. Chưa có gì thay đổi.</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>Lưu bản sao…</translation>
    </message>
    <message>
        <source>Save it once in Excel, so that other programs read all of it too.</source>
        <translation>Hãy lưu lại một lần bằng Excel để các phần mềm khác cũng đọc được hết.</translation>
    </message>
    <message>
        <source>Save the form</source>
        <translation>Lưu phiếu</translation>
    </message>
    <message>
        <source>Save the marks</source>
        <translation>Lưu dấu</translation>
    </message>
    <message>
        <source>Save them, or leave the picture as it was.</source>
        <translation>Hãy lưu, hoặc để ảnh như cũ.</translation>
    </message>
    <message>
        <source>Saved {time}</source>
        <translation>Đã lưu {time}</translation>
    </message>
    <message>
        <source>Saved {time}.</source>
        <translation>Đã lưu {time}.</translation>
    </message>
    <message>
        <source>Saving</source>
        <translation>Đang lưu</translation>
    </message>
    <message>
        <source>Say for each whether it stands or the question is open again. Nothing was changed.</source>
        <translation>Với mỗi kết quả, hãy chọn giữ nguyên hay để trống làm lại. Chưa có gì thay đổi.</translation>
    </message>
    <message>
        <source>Scan in grey at 200 dpi, or in several parts. Nothing was changed.</source>
        <translation>Hãy quét đen trắng ở mức 200 dpi, hoặc chia thành nhiều tệp. Chưa có gì thay đổi.</translation>
    </message>
    <message>
        <source>Sealed for the laptops of the visit</source>
        <translation>Niêm phong cho các máy của cuộc kiểm tra</translation>
    </message>
    <message>
        <source>Sealed with a passphrase</source>
        <translation>Niêm phong bằng mật khẩu</translation>
    </message>
    <message>
        <source>Search by name, with or without accents, and use the five-digit code.</source>
        <translation>Hãy tìm theo tên, có dấu hoặc không dấu, rồi dùng mã năm chữ số.</translation>
    </message>
    <message>
        <source>Second copy</source>
        <translation>Bản sao thứ hai</translation>
    </message>
    <message>
        <source>Section before</source>
        <translation>Thẻ trước</translation>
    </message>
    <message>
        <source>See the demonstration</source>
        <translation>Xem bản trình diễn</translation>
    </message>
    <message>
        <source>See the laptop</source>
        <translation>Xem máy</translation>
    </message>
    <message>
        <source>See the types on the sheet that explains the columns.</source>
        <translation>Hãy xem các kiểu câu hỏi ở trang giải thích các cột.</translation>
    </message>
    <message>
        <source>Select</source>
        <translation>Chọn</translation>
    </message>
    <message>
        <source>Self {points}</source>
        <translation>Tự chấm {points}</translation>
    </message>
    <message>
        <source>Self-report</source>
        <translation>Tự kiểm tra</translation>
    </message>
    <message>
        <source>Self-report and findings</source>
        <translation>Đối chiếu tự kiểm tra và kết quả của Đoàn</translation>
    </message>
    <message>
        <source>Self-score</source>
        <translation>Tự chấm</translation>
    </message>
    <message>
        <source>Self-score {own} · Team&apos;s score {team}</source>
        <translation>Tự chấm {own} · Đoàn chấm {team}</translation>
    </message>
    <message>
        <source>Self-score {points}</source>
        <translation>Tự chấm {points}</translation>
    </message>
    <message>
        <source>Self-scored points</source>
        <translation>Điểm tự chấm</translation>
    </message>
    <message>
        <source>Send &amp;to the room</source>
        <translation>Gửi &amp;tại phòng</translation>
    </message>
    <message>
        <source>Send and &amp;fetch now</source>
        <translation>Gửi và nhận nga&amp;y</translation>
    </message>
    <message>
        <source>Sending and fetching…</source>
        <translation>Đang gửi và nhận…</translation>
    </message>
    <message>
        <source>Sending to {address}</source>
        <translation>Đang gửi tới {address}</translation>
    </message>
    <message>
        <source>Sent; {sender} has confirmed it.</source>
        <translation>Đã gửi; {sender} đã xác nhận.</translation>
    </message>
    <message>
        <source>Serious</source>
        <translation>Nghiêm trọng</translation>
    </message>
    <message>
        <source>Set up this laptop</source>
        <translation>Thiết lập máy lần đầu</translation>
    </message>
    <message>
        <source>Setting the form</source>
        <translation>Đang lập phiếu</translation>
    </message>
    <message>
        <source>Setting the form…</source>
        <translation>Đang lập phiếu…</translation>
    </message>
    <message>
        <source>Setting the minutes</source>
        <translation>Đang lập biên bản</translation>
    </message>
    <message>
        <source>Setting the minutes…</source>
        <translation>Đang lập biên bản…</translation>
    </message>
    <message>
        <source>Setting up the demonstration</source>
        <translation>Đang lập dữ liệu trình diễn</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Thiết lập</translation>
    </message>
    <message>
        <source>Several have {areas}.</source>
        <translation>Nhiều người cùng nhận: {areas}.</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Mức độ</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>Trang tính</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>Phím tắt</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Hiển thị</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Hiện tất cả</translation>
    </message>
    <message>
        <source>Show all disputes</source>
        <translation>Hiện mọi tranh chấp</translation>
    </message>
    <message>
        <source>Show all visits</source>
        <translation>Hiện mọi cuộc kiểm tra</translation>
    </message>
    <message>
        <source>Show it large</source>
        <translation>Xem lớn</translation>
    </message>
    <message>
        <source>Show the passphrase</source>
        <translation>Hiện mật khẩu</translation>
    </message>
    <message>
        <source>Shown beside every answer, so that the team can tell the laptops apart.</source>
        <translation>Ghi bên mỗi kết quả để phân biệt các máy trong Đoàn.</translation>
    </message>
    <message>
        <source>Side</source>
        <translation>Bên tham gia</translation>
    </message>
    <message>
        <source>Signature of the laptop before</source>
        <translation>Chữ ký của máy trước</translation>
    </message>
    <message>
        <source>Signing</source>
        <translation>Ký biên bản</translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation>Đăng nhập…</translation>
    </message>
    <message>
        <source>Smaller (Ctrl+−)</source>
        <translation>Thu nhỏ (Ctrl+−)</translation>
    </message>
    <message>
        <source>Smaller (−)</source>
        <translation>Thu nhỏ (−)</translation>
    </message>
    <message>
        <source>Software faults</source>
        <translation>Lỗi phần mềm</translation>
    </message>
    <message>
        <source>Software or systems</source>
        <translation>Phần mềm, hệ thống</translation>
    </message>
    <message>
        <source>Somebody else</source>
        <translation>Người khác</translation>
    </message>
    <message>
        <source>Space or Enter takes the picture, Esc goes back. Nothing is kept before you have seen it and hidden what identifies people.</source>
        <translation>Phím cách hoặc Enter để chụp, Esc để quay lại. Ảnh chỉ được giữ sau khi xem lại và che những gì nhận ra được cá nhân.</translation>
    </message>
    <message>
        <source>Space or Enter takes the picture.</source>
        <translation>Nhấn phím cách hoặc Enter để chụp.</translation>
    </message>
    <message>
        <source>Staff or means lacking</source>
        <translation>Thiếu người, thiếu phương tiện</translation>
    </message>
    <message>
        <source>Standard finding</source>
        <translation>Tồn tại theo câu mẫu</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Tình trạng</translation>
    </message>
    <message>
        <source>State of the visits</source>
        <translation>Tình trạng các cuộc kiểm tra</translation>
    </message>
    <message>
        <source>Stay as they are: {count}</source>
        <translation>Giữ nguyên: {count}</translation>
    </message>
    <message>
        <source>Stay, though the question changed: {count}</source>
        <translation>Giữ nguyên dù câu hỏi có thay đổi: {count}</translation>
    </message>
    <message>
        <source>Stays to be read, does not count</source>
        <translation>Bản kiểm tra thứ hai: giữ để xem, không tính</translation>
    </message>
    <message>
        <source>Step {at} of {count}</source>
        <translation>Bước {at}/{count}</translation>
    </message>
    <message>
        <source>Stick or folder of the second copy</source>
        <translation>USB hoặc thư mục chứa bản sao</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Dừng</translation>
    </message>
    <message>
        <source>Stratum of the sample</source>
        <translation>Nhóm trong mẫu</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Nội dung</translation>
    </message>
    <message>
        <source>Superior &amp;authority</source>
        <translation>Cơ quan chủ &amp;quản</translation>
    </message>
    <message>
        <source>Superior authority</source>
        <translation>Cơ quan chủ quản</translation>
    </message>
    <message>
        <source>Symbol</source>
        <translation>Ký hiệu</translation>
    </message>
    <message>
        <source>System</source>
        <translation>Phần mềm</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>Bảng tính</translation>
    </message>
    <message>
        <source>Take away</source>
        <translation>Bỏ</translation>
    </message>
    <message>
        <source>Take away: {what}</source>
        <translation>Bỏ: {what}</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Thu hồi</translation>
    </message>
    <message>
        <source>Take back what was reported</source>
        <translation>Hoàn tác</translation>
    </message>
    <message>
        <source>Take it at the camera&apos;s usual size, or make it smaller first. Nothing was changed.</source>
        <translation>Hãy chụp ở kích thước thông thường, hoặc thu nhỏ ảnh trước. Chưa có gì thay đổi.</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>Hoàn tác việc nhận</translation>
    </message>
    <message>
        <source>Take it off</source>
        <translation>Bỏ hồ sơ này</translation>
    </message>
    <message>
        <source>Take it out, so that other programs find the sheet too.</source>
        <translation>Hãy bỏ dấu cách để chương trình khác cũng tìm được trang này.</translation>
    </message>
    <message>
        <source>Take its place away</source>
        <translation>Thu quyền ghi</translation>
    </message>
    <message>
        <source>Take off the sample</source>
        <translation>Bỏ khỏi mẫu</translation>
    </message>
    <message>
        <source>Take or_other out and add a choice and a text question of your own.</source>
        <translation>Hãy bỏ or_other, tự thêm một phương án và một câu hỏi kiểu text.</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>Nhận làm</translation>
    </message>
    <message>
        <source>Take over the figures on offer</source>
        <translation>Lấy số liệu được gợi ý</translation>
    </message>
    <message>
        <source>Take over {part}/{whole}</source>
        <translation>Lấy {part}/{whole}</translation>
    </message>
    <message>
        <source>Take the answer back</source>
        <translation>Xóa kết quả đã ghi</translation>
    </message>
    <message>
        <source>Take the file away</source>
        <translation>Bỏ tệp</translation>
    </message>
    <message>
        <source>Take the last move &amp;back</source>
        <translation>&amp;Hoàn tác lần chuyển</translation>
    </message>
    <message>
        <source>Take the legal basis of the item</source>
        <translation>Lấy căn cứ của tiêu chí</translation>
    </message>
    <message>
        <source>Take the password off in Excel, save it and import it again.</source>
        <translation>Hãy bỏ mật khẩu trong Excel, lưu lại rồi nhập.</translation>
    </message>
    <message>
        <source>Take the picture</source>
        <translation>Chụp ảnh</translation>
    </message>
    <message>
        <source>Take {code} off the finding</source>
        <translation>Bỏ {code} khỏi tồn tại</translation>
    </message>
    <message>
        <source>Taken at</source>
        <translation>Thời điểm chụp</translation>
    </message>
    <message>
        <source>Taken {when}</source>
        <translation>Chụp lúc {when}</translation>
    </message>
    <message>
        <source>Taken: {count} items changed. “visit self-report take-back” undoes it.</source>
        <translation>Đã nhận: {count} mục thay đổi. Lệnh “visit self-report take-back” để hoàn tác.</translation>
    </message>
    <message>
        <source>Taking in {done} of {total} · {name}</source>
        <translation>Đang nhận {done}/{total} · {name}</translation>
    </message>
    <message>
        <source>Taking the self-report</source>
        <translation>Đang nhận báo cáo tự kiểm tra</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Nhiệm vụ</translation>
    </message>
    <message>
        <source>Task or activity</source>
        <translation>Nhiệm vụ, hoạt động</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Nhiệm vụ</translation>
    </message>
    <message>
        <source>Tasks and activities of the unit&apos;s plan worth naming in the minutes, mostly the late ones.</source>
        <translation>Nhiệm vụ, hoạt động trong kế hoạch của đơn vị cần nêu trong biên bản, chủ yếu là các nội dung chậm.</translation>
    </message>
    <message>
        <source>Tasks done</source>
        <translation>Nhiệm vụ đã thực hiện</translation>
    </message>
    <message>
        <source>Tasks in the plan</source>
        <translation>Nhiệm vụ kế hoạch</translation>
    </message>
    <message>
        <source>Tasks {figures} into {item}</source>
        <translation>Đưa nhiệm vụ {figures} vào {item}</translation>
    </message>
    <message>
        <source>Team {points}</source>
        <translation>Đoàn chấm {points}</translation>
    </message>
    <message>
        <source>Team&apos;s score</source>
        <translation>Đoàn chấm</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Nội dung</translation>
    </message>
    <message>
        <source>The answer {choice} is not among the options.</source>
        <translation>Kết quả {choice} không có trong các phương án.</translation>
    </message>
    <message>
        <source>The answers stand</source>
        <translation>Kết quả giữ nguyên</translation>
    </message>
    <message>
        <source>The appearance {word} is not known and has no effect.</source>
        <translation>Không có cách hiện {word}; ô này không có tác dụng.</translation>
    </message>
    <message>
        <source>The areas are dealt by {who}.</source>
        <translation>Việc giao lĩnh vực do {who} thực hiện.</translation>
    </message>
    <message>
        <source>The best answer earns {best} but the maximum is {maximum}.</source>
        <translation>Kết quả tốt nhất được {best} điểm nhưng điểm tối đa là {maximum}.</translation>
    </message>
    <message>
        <source>The bundle lacks the changes {first} to {last} of laptop {device}.</source>
        <translation>Gói dữ liệu thiếu các thay đổi từ {first} đến {last} của máy {device}.</translation>
    </message>
    <message>
        <source>The bundle {file} is damaged: {reason}.</source>
        <translation>Gói dữ liệu {file} bị hỏng: {reason}.</translation>
    </message>
    <message>
        <source>The bundle {file} was made by a newer version of the program.</source>
        <translation>Gói dữ liệu {file} được tạo bằng phiên bản mới hơn của chương trình.</translation>
    </message>
    <message>
        <source>The camera gives no picture.</source>
        <translation>Máy ảnh không cho hình.</translation>
    </message>
    <message>
        <source>The camera is gone.</source>
        <translation>Không còn thấy máy ảnh.</translation>
    </message>
    <message>
        <source>The camera is starting…</source>
        <translation>Đang mở máy ảnh…</translation>
    </message>
    <message>
        <source>The card was written to {file}.</source>
        <translation>Đã ghi thẻ máy vào {file}.</translation>
    </message>
    <message>
        <source>The cell holds a date, {day}; Excel makes one of what looks like it.</source>
        <translation>Ô chứa ngày {day}; Excel tự đổi nội dung giống ngày tháng thành ngày.</translation>
    </message>
    <message>
        <source>The cell holds a rate, {rate}, where a number belongs.</source>
        <translation>Ô chứa tỷ lệ {rate}, trong khi phải là số lượng.</translation>
    </message>
    <message>
        <source>The cell holds {value}, where a number belongs.</source>
        <translation>Ô ghi {value}, trong khi phải là số.</translation>
    </message>
    <message>
        <source>The cells {area} are merged; only the first is read.</source>
        <translation>Các ô {area} bị gộp; chỉ đọc được ô đầu.</translation>
    </message>
    <message>
        <source>The cells {area} are merged; what they show counts for their first row only.</source>
        <translation>Các ô {area} bị trộn; nội dung chỉ tính cho hàng đầu.</translation>
    </message>
    <message>
        <source>The change could not be saved: {reason}.</source>
        <translation>Chưa lưu được thay đổi: {reason}.</translation>
    </message>
    <message>
        <source>The check found {count} problems.</source>
        <translation>Phát hiện {count} vấn đề.</translation>
    </message>
    <message>
        <source>The check that counts</source>
        <translation>Bản kiểm tra được tính</translation>
    </message>
    <message>
        <source>The checklist does not allow it for this item.</source>
        <translation>Mẫu phiếu không cho phép điều này đối với tiêu chí đã chọn.</translation>
    </message>
    <message>
        <source>The checklist does not let this item be left out.</source>
        <translation>Bảng kiểm không cho phép mục này ghi không áp dụng.</translation>
    </message>
    <message>
        <source>The checklist has no item {item}.</source>
        <translation>Mẫu phiếu không có tiêu chí {item}.</translation>
    </message>
    <message>
        <source>The checklist was written to {file}.</source>
        <translation>Đã ghi phiếu vào {file}.</translation>
    </message>
    <message>
        <source>The choice belongs to no list.</source>
        <translation>Phương án chưa thuộc danh sách nào.</translation>
    </message>
    <message>
        <source>The choice has no name.</source>
        <translation>Phương án chưa có mã.</translation>
    </message>
    <message>
        <source>The choice has no text to show.</source>
        <translation>Phương án chưa có nội dung.</translation>
    </message>
    <message>
        <source>The choice {name} has other points on the sheet choices: {points}.</source>
        <translation>Phương án {name} có điểm khác ở trang choices: {points}.</translation>
    </message>
    <message>
        <source>The choice {name} is already in the list, in row {row}.</source>
        <translation>Phương án {name} đã có trong danh sách, ở dòng {row}.</translation>
    </message>
    <message>
        <source>The classes are not in order.</source>
        <translation>Các mức xếp loại chưa đúng thứ tự.</translation>
    </message>
    <message>
        <source>The clipboard holds neither a picture nor a file.</source>
        <translation>Bộ nhớ tạm không có ảnh hoặc tệp.</translation>
    </message>
    <message>
        <source>The code decides; look whether it is meant.</source>
        <translation>Lấy theo mã; đề nghị xem lại có đúng mục không.</translation>
    </message>
    <message>
        <source>The column has no heading in row 1 and is not read.</source>
        <translation>Cột này không có tên ở dòng 1 nên không được đọc.</translation>
    </message>
    <message>
        <source>The column “{heading}” is not part of the form and is not read.</source>
        <translation>Cột “{heading}” không thuộc phiếu nên không được đọc.</translation>
    </message>
    <message>
        <source>The columns of the file {file} are not parted by commas.</source>
        <translation>Các cột của tệp {file} không cách nhau bằng dấu phẩy.</translation>
    </message>
    <message>
        <source>The copy follows every change within seconds, encrypted under the same passphrase. If this laptop breaks, any other brings everything back from it.</source>
        <translation>Bản sao theo kịp mọi thay đổi trong vài giây, mã hóa bằng cùng mật khẩu. Nếu máy này hỏng, bất kỳ máy nào khác lấy lại được toàn bộ từ bản sao.</translation>
    </message>
    <message>
        <source>The copy is not encrypted. Whoever has the stick or the computer can open it.</source>
        <translation>Bản sao không được mã hóa. Ai có USB hoặc dùng máy tính này đều mở được.</translation>
    </message>
    <message>
        <source>The data in the workspace is safe. Check the stick or folder and try again.</source>
        <translation>Dữ liệu trong kho vẫn an toàn. Hãy kiểm tra USB hoặc thư mục rồi thử lại.</translation>
    </message>
    <message>
        <source>The data is whole.</source>
        <translation>Dữ liệu nguyên vẹn.</translation>
    </message>
    <message>
        <source>The demonstration is in {folder}; its passphrase is “{passphrase}”.</source>
        <translation>Dữ liệu trình diễn nằm ở {folder}; mật khẩu là “{passphrase}”.</translation>
    </message>
    <message>
        <source>The digits before the choices are those that answer on the keyboard.</source>
        <translation>Chữ số trước mỗi phương án cũng là phím trả lời khi nhập máy.</translation>
    </message>
    <message>
        <source>The earlier answer stands.</source>
        <translation>Kết quả trước đó được giữ nguyên.</translation>
    </message>
    <message>
        <source>The expression cannot be read from “{rest}” on.</source>
        <translation>Không đọc được biểu thức từ chỗ “{rest}”.</translation>
    </message>
    <message>
        <source>The expression is empty.</source>
        <translation>Biểu thức để trống.</translation>
    </message>
    <message>
        <source>The expression is longer than {limit} letters.</source>
        <translation>Biểu thức dài quá {limit} ký tự.</translation>
    </message>
    <message>
        <source>The expression is nested more than {limit} deep.</source>
        <translation>Biểu thức lồng nhau quá {limit} cấp.</translation>
    </message>
    <message>
        <source>The expression stops too early.</source>
        <translation>Biểu thức chưa viết hết.</translation>
    </message>
    <message>
        <source>The file has more than {most} rows.</source>
        <translation>Tệp có quá {most} dòng.</translation>
    </message>
    <message>
        <source>The file has no row for {count} codes: {codes}.</source>
        <translation>Tệp không có hàng của {count} mã: {codes}.</translation>
    </message>
    <message>
        <source>The file has not arrived on this laptop yet.</source>
        <translation>Tệp chưa về đến máy này.</translation>
    </message>
    <message>
        <source>The file has the old Excel format (.xls).</source>
        <translation>Tệp có định dạng Excel cũ (.xls).</translation>
    </message>
    <message>
        <source>The file holds characters that no text has.</source>
        <translation>Tệp có ký tự không thuộc văn bản.</translation>
    </message>
    <message>
        <source>The file is damaged: {reason}.</source>
        <translation>Tệp bị hỏng: {reason}.</translation>
    </message>
    <message>
        <source>The file is erased on this laptop, and on the others when they receive the visit.</source>
        <translation>Tệp bị xóa hẳn trên máy này, và trên các máy khác khi nhận cuộc kiểm tra.</translation>
    </message>
    <message>
        <source>The file is not JSON.</source>
        <translation>Tệp không phải định dạng JSON.</translation>
    </message>
    <message>
        <source>The file is not a GeoJSON FeatureCollection.</source>
        <translation>Tệp không phải là FeatureCollection của GeoJSON.</translation>
    </message>
    <message>
        <source>The file is not an Excel workbook.</source>
        <translation>Tệp không phải là tệp Excel.</translation>
    </message>
    <message>
        <source>The file is not here yet. Receive the bundle of the laptop that took it.</source>
        <translation>Chưa nhận được tệp. Hãy nhận gói dữ liệu của máy đã đưa tệp vào.</translation>
    </message>
    <message>
        <source>The file is not in UTF-8. Save it as “CSV UTF-8”.</source>
        <translation>Tệp không ở dạng UTF-8. Hãy lưu lại theo kiểu “CSV UTF-8”.</translation>
    </message>
    <message>
        <source>The file is too large: {reason}.</source>
        <translation>Tệp quá lớn: {reason}.</translation>
    </message>
    <message>
        <source>The file is too large: {size} MB.</source>
        <translation>Tệp quá lớn: {size} MB.</translation>
    </message>
    <message>
        <source>The file of {name} has not arrived on this laptop.</source>
        <translation>Máy này chưa nhận được tệp của {name}.</translation>
    </message>
    <message>
        <source>The file was made for another version, in which {code} reads: “{text}”.</source>
        <translation>Tệp lập theo phiên bản khác, trong đó {code} ghi: “{text}”.</translation>
    </message>
    <message>
        <source>The file {file} cannot be used: {reason}</source>
        <translation>Không dùng được tệp {file}: {reason}</translation>
    </message>
    <message>
        <source>The file {file} could not be written or read: {reason}.</source>
        <translation>Không ghi hoặc không đọc được tệp {file}: {reason}.</translation>
    </message>
    <message>
        <source>The file {file} has no column {column}.</source>
        <translation>Tệp {file} không có cột {column}.</translation>
    </message>
    <message>
        <source>The file {file} is not there, or larger than {size} MB.</source>
        <translation>Không có tệp {file}, hoặc tệp lớn hơn {size} MB.</translation>
    </message>
    <message>
        <source>The file {file} is there already.</source>
        <translation>Đã có tệp {file}.</translation>
    </message>
    <message>
        <source>The files together are larger than {size} MB.</source>
        <translation>Tổng các tệp kèm theo lớn hơn {size} MB.</translation>
    </message>
    <message>
        <source>The folder {folder} already holds a workspace.</source>
        <translation>Thư mục {folder} đã có một kho dữ liệu.</translation>
    </message>
    <message>
        <source>The form asks nothing.</source>
        <translation>Phiếu không hỏi gì.</translation>
    </message>
    <message>
        <source>The form cannot be made: {reason}</source>
        <translation>Không tạo được phiếu: {reason}</translation>
    </message>
    <message>
        <source>The form has been sent to the printer.</source>
        <translation>Đã gửi phiếu đến máy in.</translation>
    </message>
    <message>
        <source>The form has no form_id; the name of the file stands in: {name}.</source>
        <translation>Phiếu chưa có form_id; tạm dùng tên tệp: {name}.</translation>
    </message>
    <message>
        <source>The form has no {column}.</source>
        <translation>Phiếu chưa có {column}.</translation>
    </message>
    <message>
        <source>The form is larger than {limit} bytes.</source>
        <translation>Biểu mẫu lớn hơn {limit} byte.</translation>
    </message>
    <message>
        <source>The form is saved as PDF.</source>
        <translation>Đã lưu phiếu thành PDF.</translation>
    </message>
    <message>
        <source>The form is written; send it to the unit.</source>
        <translation>Đã ghi biểu mẫu; gửi tệp này cho đơn vị.</translation>
    </message>
    <message>
        <source>The form needs the file {name}, which is not there.</source>
        <translation>Biểu mẫu cần tệp {name} nhưng không có.</translation>
    </message>
    <message>
        <source>The form was made for another visit of the unit.</source>
        <translation>Biểu mẫu lập cho cuộc kiểm tra khác của đơn vị.</translation>
    </message>
    <message>
        <source>The form was made for version {old} of the checklist, the visit uses {new}.</source>
        <translation>Biểu mẫu lập theo phiên bản {old} của bảng kiểm, cuộc kiểm tra dùng phiên bản {new}.</translation>
    </message>
    <message>
        <source>The form was made on a laptop that is not of this visit.</source>
        <translation>Biểu mẫu lập trên máy không thuộc cuộc kiểm tra này.</translation>
    </message>
    <message>
        <source>The form was not printed.</source>
        <translation>Chưa in được phiếu.</translation>
    </message>
    <message>
        <source>The form was written to {file}.</source>
        <translation>Đã ghi biểu mẫu vào {file}.</translation>
    </message>
    <message>
        <source>The form_id is not a short code: {name}.</source>
        <translation>form_id không phải là mã ngắn: {name}.</translation>
    </message>
    <message>
        <source>The formula of this cell has failed: {value}.</source>
        <translation>Công thức trong ô này bị lỗi: {value}.</translation>
    </message>
    <message>
        <source>The formula of this cell was never worked out.</source>
        <translation>Công thức trong ô này chưa được tính.</translation>
    </message>
    <message>
        <source>The function search() is not known here: the list is shown whole.</source>
        <translation>Không dùng được hàm search(): danh sách được hiện đầy đủ.</translation>
    </message>
    <message>
        <source>The group has no text to show.</source>
        <translation>Nhóm chưa có tên.</translation>
    </message>
    <message>
        <source>The heading is merged over {area}; every column needs its own.</source>
        <translation>Ô tên cột bị gộp trong vùng {area}; mỗi cột cần tên riêng.</translation>
    </message>
    <message>
        <source>The heading “{heading}” is not known.</source>
        <translation>Không có cột “{heading}”.</translation>
    </message>
    <message>
        <source>The heading “{heading}” means the same as column {other}.</source>
        <translation>Cột “{heading}” trùng ý nghĩa với cột {other}.</translation>
    </message>
    <message>
        <source>The heading “{heading}” stands twice; the empty column was left out.</source>
        <translation>Cột “{heading}” có hai lần; đã bỏ cột trống.</translation>
    </message>
    <message>
        <source>The hidden sheet that says for which unit the form was made is missing.</source>
        <translation>Không còn trang ẩn cho biết biểu mẫu lập cho đơn vị nào.</translation>
    </message>
    <message>
        <source>The history of laptop {laptop} splits in two; both are kept.</source>
        <translation>Lịch sử của máy {laptop} tách thành hai nhánh; cả hai đều được giữ.</translation>
    </message>
    <message>
        <source>The item stands in no area.</source>
        <translation>Tiêu chí không thuộc lĩnh vực nào.</translation>
    </message>
    <message>
        <source>The item stands inside the item {name}.</source>
        <translation>Tiêu chí nằm bên trong tiêu chí {name}.</translation>
    </message>
    <message>
        <source>The item&apos;s standard finding</source>
        <translation>Ghi tồn tại theo câu mẫu</translation>
    </message>
    <message>
        <source>The lead deals the areas. On the checklist an area can be taken over, with a reason.</source>
        <translation>Trưởng đoàn giao lĩnh vực. Ở Bảng kiểm có thể nhận làm lĩnh vực của người khác, có nêu lý do.</translation>
    </message>
    <message>
        <source>The legal basis comes into force only on {day}.</source>
        <translation>Đến {day} căn cứ mới có hiệu lực.</translation>
    </message>
    <message>
        <source>The legal basis is no longer in force from {day} on.</source>
        <translation>Căn cứ hết hiệu lực từ {day}.</translation>
    </message>
    <message>
        <source>The legal basis would end before it begins.</source>
        <translation>Căn cứ pháp lý hết hiệu lực trước khi có hiệu lực.</translation>
    </message>
    <message>
        <source>The list {name} has no column {column}.</source>
        <translation>Danh sách {name} không có cột {column}.</translation>
    </message>
    <message>
        <source>The list {name} is on the sheet choices too.</source>
        <translation>Danh sách {name} cũng có ở trang choices.</translation>
    </message>
    <message>
        <source>The list {name} is on the sheet {sheet}.</source>
        <translation>Danh sách {name} ở trang {sheet}.</translation>
    </message>
    <message>
        <source>The lower bound is not below the upper bound.</source>
        <translation>Giới hạn dưới không nhỏ hơn giới hạn trên.</translation>
    </message>
    <message>
        <source>The marks are not saved.</source>
        <translation>Các dấu chưa được lưu.</translation>
    </message>
    <message>
        <source>The maximum {maximum} cannot be reached in steps of {step}.</source>
        <translation>Không thể đạt điểm tối đa {maximum} với bước {step}.</translation>
    </message>
    <message>
        <source>The members of the team as the decision names them. Part I of the minutes lists them.</source>
        <translation>Thành viên Đoàn theo Quyết định; ghi vào phần I của biên bản.</translation>
    </message>
    <message>
        <source>The minutes</source>
        <translation>Biên bản</translation>
    </message>
    <message>
        <source>The minutes are saved as PDF and Word.</source>
        <translation>Đã lưu biên bản dạng PDF và Word.</translation>
    </message>
    <message>
        <source>The minutes have been sent to the printer.</source>
        <translation>Đã gửi biên bản đến máy in.</translation>
    </message>
    <message>
        <source>The minutes say the &amp;scores</source>
        <translation>In &amp;điểm trong biên bản</translation>
    </message>
    <message>
        <source>The minutes say the scores</source>
        <translation>In điểm trong biên bản</translation>
    </message>
    <message>
        <source>The minutes were not printed.</source>
        <translation>Chưa in được biên bản.</translation>
    </message>
    <message>
        <source>The minutes write themselves from what was recorded, and say what is still missing. To do: look through the pages, then print them or save them as PDF and Word.</source>
        <translation>Biên bản tự lập từ những gì đã ghi và nêu những gì còn thiếu. Việc cần làm: xem qua các trang, rồi in hoặc lưu thành PDF và Word.</translation>
    </message>
    <message>
        <source>The models and initiatives registered by the unit and its offices, with what they brought.</source>
        <translation>Mô hình, sáng kiến của đơn vị và các phòng, trung tâm đã đăng ký, kết quả mang lại.</translation>
    </message>
    <message>
        <source>The name of a choice cannot have a space: {name}.</source>
        <translation>Mã phương án không được có dấu cách: {name}.</translation>
    </message>
    <message>
        <source>The name of a choice has a space: {name}.</source>
        <translation>Mã phương án có dấu cách: {name}.</translation>
    </message>
    <message>
        <source>The name of the sheet has a space at an end.</source>
        <translation>Tên trang có dấu cách thừa ở đầu hoặc cuối.</translation>
    </message>
    <message>
        <source>The name {name} is already used in row {row}.</source>
        <translation>Mã {name} đã được dùng ở dòng {row}.</translation>
    </message>
    <message>
        <source>The name {name} is needed for row {row}.</source>
        <translation>Mã {name} cần dùng cho dòng {row}.</translation>
    </message>
    <message>
        <source>The name {name} is reserved.</source>
        <translation>Mã {name} đã được dành riêng.</translation>
    </message>
    <message>
        <source>The namespace of the columns {columns} was missing and was added.</source>
        <translation>Thiếu không gian tên của các cột {columns}; đã thêm.</translation>
    </message>
    <message>
        <source>The namespace {prefix} is not that of this program.</source>
        <translation>Không gian tên {prefix} không phải của phần mềm này.</translation>
    </message>
    <message>
        <source>The next fault…</source>
        <translation>Lỗi tiếp theo…</translation>
    </message>
    <message>
        <source>The next one in dispute</source>
        <translation>Tranh chấp tiếp theo</translation>
    </message>
    <message>
        <source>The next one…</source>
        <translation>Mô hình, sáng kiến tiếp theo…</translation>
    </message>
    <message>
        <source>The next person…</source>
        <translation>Người tiếp theo…</translation>
    </message>
    <message>
        <source>The next task or activity…</source>
        <translation>Nhiệm vụ, hoạt động tiếp theo…</translation>
    </message>
    <message>
        <source>The numerator {numerator} is greater than the denominator {denominator}.</source>
        <translation>Tử số {numerator} lớn hơn mẫu số {denominator}.</translation>
    </message>
    <message>
        <source>The office</source>
        <translation>Sở</translation>
    </message>
    <message>
        <source>The one in dispute before</source>
        <translation>Tranh chấp trước</translation>
    </message>
    <message>
        <source>The other laptops</source>
        <translation>Các máy khác</translation>
    </message>
    <message>
        <source>The others without looking at them: they are not printed until somebody has</source>
        <translation>Giữ các ảnh còn lại mà không xem; chúng không được in cho tới khi có người xem lại</translation>
    </message>
    <message>
        <source>The papers handed to the team. The minutes list them; the item says what each one proves.</source>
        <translation>Tài liệu đơn vị giao cho Đoàn, được liệt kê trong biên bản; cột Mục cho biết tài liệu chứng minh nội dung nào.</translation>
    </message>
    <message>
        <source>The passphrase is not right.</source>
        <translation>Mật khẩu không đúng.</translation>
    </message>
    <message>
        <source>The passphrase needs at least {minimum} characters.</source>
        <translation>Mật khẩu phải có ít nhất {minimum} ký tự.</translation>
    </message>
    <message>
        <source>The pattern “{pattern}” cannot be used: {reason}.</source>
        <translation>Không dùng được mẫu so khớp “{pattern}”: {reason}.</translation>
    </message>
    <message>
        <source>The pattern “{pattern}” may stand anywhere in the answer here; in ODK Collect the whole answer must match.</source>
        <translation>Ở đây mẫu “{pattern}” có thể nằm ở bất kỳ chỗ nào trong câu trả lời; trong ODK Collect thì cả câu trả lời phải khớp.</translation>
    </message>
    <message>
        <source>The pattern “{pattern}” takes very long to compare with “{text}”.</source>
        <translation>Mẫu so khớp “{pattern}” mất rất nhiều thời gian khi so với “{text}”.</translation>
    </message>
    <message>
        <source>The picture at full size; Escape puts it away</source>
        <translation>Ảnh cỡ lớn; bấm Esc để đóng</translation>
    </message>
    <message>
        <source>The picture {name} cannot be shown.</source>
        <translation>Không hiện được ảnh {name}.</translation>
    </message>
    <message>
        <source>The picture {name} did not come with the checklist.</source>
        <translation>Mẫu phiếu không kèm ảnh {name}.</translation>
    </message>
    <message>
        <source>The points go in steps of {step}.</source>
        <translation>Điểm cho theo bước {step}.</translation>
    </message>
    <message>
        <source>The points must lie between 0 and {maximum}.</source>
        <translation>Điểm phải từ 0 đến {maximum}.</translation>
    </message>
    <message>
        <source>The points of all items add up to {points}, not to 100 ({areas}).</source>
        <translation>Tổng điểm các tiêu chí là {points}, không phải 100 ({areas}).</translation>
    </message>
    <message>
        <source>The prefix {name} is not declared.</source>
        <translation>Tiền tố {name} chưa được khai báo.</translation>
    </message>
    <message>
        <source>The prefix {prefix} is declared nowhere.</source>
        <translation>Tiền tố {prefix} chưa được khai báo.</translation>
    </message>
    <message>
        <source>The program met a fault of its own</source>
        <translation>Chương trình gặp lỗi nội bộ</translation>
    </message>
    <message>
        <source>The question has no text to show.</source>
        <translation>Câu hỏi chưa có nội dung.</translation>
    </message>
    <message>
        <source>The rate beside it is another: “{text}”.</source>
        <translation>Tỷ lệ ghi kèm không khớp: “{text}”.</translation>
    </message>
    <message>
        <source>The receipt lies beside the file; give the stick back.</source>
        <translation>Biên nhận đã nằm cạnh tệp; hãy trả lại USB.</translation>
    </message>
    <message>
        <source>The receiving point {address} cannot be reached: {reason}.</source>
        <translation>Không kết nối được điểm nhận {address}: {reason}.</translation>
    </message>
    <message>
        <source>The receiving point {address} did not take the bundle. {reason}</source>
        <translation>Điểm nhận {address} không nhận gói dữ liệu. {reason}</translation>
    </message>
    <message>
        <source>The receiving point {address} is closed.</source>
        <translation>Điểm nhận {address} đã đóng.</translation>
    </message>
    <message>
        <source>The row has no name.</source>
        <translation>Dòng này chưa có mã.</translation>
    </message>
    <message>
        <source>The row has no type.</source>
        <translation>Dòng này chưa có kiểu câu hỏi.</translation>
    </message>
    <message>
        <source>The rule {rule} cannot have a maximum of {maximum}.</source>
        <translation>Quy tắc {rule} không được có điểm tối đa {maximum}.</translation>
    </message>
    <message>
        <source>The rule {rule} does not suit this row.</source>
        <translation>Quy tắc {rule} không phù hợp với dòng này.</translation>
    </message>
    <message>
        <source>The rule {rule} has no options.</source>
        <translation>Quy tắc {rule} không có phương án nào.</translation>
    </message>
    <message>
        <source>The rule {rule} has no parameter {name}.</source>
        <translation>Quy tắc {rule} không có tham số {name}.</translation>
    </message>
    <message>
        <source>The rule {rule} needs a maximum above 0.</source>
        <translation>Quy tắc {rule} cần điểm tối đa lớn hơn 0.</translation>
    </message>
    <message>
        <source>The rule {rule} needs the parameter {name}.</source>
        <translation>Quy tắc {rule} cần tham số {name}.</translation>
    </message>
    <message>
        <source>The sample ({count}), half filled</source>
        <translation>Các hồ sơ mẫu ({count}), điền sẵn</translation>
    </message>
    <message>
        <source>The second copy in {folder} could not be brought up to date: {reason}.</source>
        <translation>Chưa cập nhật được bản sao tại {folder}: {reason}.</translation>
    </message>
    <message>
        <source>The self-report is taken: {count} items changed.</source>
        <translation>Đã nhận báo cáo tự kiểm tra: {count} mục thay đổi.</translation>
    </message>
    <message>
        <source>The self-report was taken back; what was changed since stays.</source>
        <translation>Đã hoàn tác việc nhận báo cáo tự kiểm tra; nội dung sửa sau đó được giữ nguyên.</translation>
    </message>
    <message>
        <source>The sheet choices has no list {name}.</source>
        <translation>Trang choices không có danh sách {name}.</translation>
    </message>
    <message>
        <source>The sheet has more than {limit} columns.</source>
        <translation>Trang có hơn {limit} cột.</translation>
    </message>
    <message>
        <source>The sheet has more than {limit} rows.</source>
        <translation>Trang này có hơn {limit} dòng.</translation>
    </message>
    <message>
        <source>The sheet has no column {column}.</source>
        <translation>Trang này không có cột {column}.</translation>
    </message>
    <message>
        <source>The sheet says that it ends at row {row}, but it goes on; all of it was read.</source>
        <translation>Trang này ghi là kết thúc ở dòng {row} nhưng vẫn còn nội dung; đã đọc hết.</translation>
    </message>
    <message>
        <source>The six words of this laptop</source>
        <translation>Sáu từ của máy này</translation>
    </message>
    <message>
        <source>The six words of this laptop: {words}</source>
        <translation>Sáu từ của máy này: {words}</translation>
    </message>
    <message>
        <source>The six words were compared: {words}</source>
        <translation>Đã đối chiếu sáu từ: {words}</translation>
    </message>
    <message>
        <source>The step {step} does not fit into the range.</source>
        <translation>Bước {step} không vừa với khoảng giá trị.</translation>
    </message>
    <message>
        <source>The steps of {name} are not in order.</source>
        <translation>Các bậc trong {name} chưa đúng thứ tự.</translation>
    </message>
    <message>
        <source>The system does not allow the camera.</source>
        <translation>Hệ điều hành không cho phép dùng máy ảnh.</translation>
    </message>
    <message>
        <source>The team finds</source>
        <translation>Đoàn ghi nhận</translation>
    </message>
    <message>
        <source>The team finds: {value}</source>
        <translation>Đoàn ghi nhận: {value}</translation>
    </message>
    <message>
        <source>The team has: {value}</source>
        <translation>Đoàn ghi: {value}</translation>
    </message>
    <message>
        <source>The two checklists are the same.</source>
        <translation>Hai phiếu giống nhau.</translation>
    </message>
    <message>
        <source>The two passphrases are not the same.</source>
        <translation>Hai lần nhập mật khẩu không giống nhau.</translation>
    </message>
    <message>
        <source>The type {type} has no parameter {name}.</source>
        <translation>Kiểu {type} không có tham số {name}.</translation>
    </message>
    <message>
        <source>The unit does not sign, because</source>
        <translation>Đơn vị không ký, lý do</translation>
    </message>
    <message>
        <source>The unit has reported nothing yet.</source>
        <translation>Đơn vị chưa báo cáo nội dung nào.</translation>
    </message>
    <message>
        <source>The unit is not asked about {code} by this checklist.</source>
        <translation>Bảng kiểm này không hỏi đơn vị về {code}.</translation>
    </message>
    <message>
        <source>The unit reports</source>
        <translation>Đơn vị báo cáo</translation>
    </message>
    <message>
        <source>The unit reports: {value}</source>
        <translation>Đơn vị báo cáo: {value}</translation>
    </message>
    <message>
        <source>The unit says: {words}</source>
        <translation>Đơn vị giải trình: {words}</translation>
    </message>
    <message>
        <source>The value of {field} is not usable: {reason}.</source>
        <translation>Giá trị của {field} không dùng được: {reason}.</translation>
    </message>
    <message>
        <source>The value “{value}” cannot stand ready for this type.</source>
        <translation>Giá trị sẵn “{value}” không hợp với kiểu câu hỏi này.</translation>
    </message>
    <message>
        <source>The visit</source>
        <translation>Cuộc kiểm tra</translation>
    </message>
    <message>
        <source>The visit as a whole (not linked)</source>
        <translation>Cả cuộc kiểm tra (chưa gắn nội dung)</translation>
    </message>
    <message>
        <source>The visit has its earlier checklist again.</source>
        <translation>Cuộc kiểm tra đã trở lại mẫu phiếu trước.</translation>
    </message>
    <message>
        <source>The visit has its earlier version again.</source>
        <translation>Cuộc kiểm tra đã trở lại phiên bản trước.</translation>
    </message>
    <message>
        <source>The visit never moved to another version of its checklist.</source>
        <translation>Cuộc kiểm tra chưa từng chuyển sang phiên bản khác của mẫu phiếu.</translation>
    </message>
    <message>
        <source>The visit now has version {version}.</source>
        <translation>Cuộc kiểm tra đã chuyển sang phiên bản {version}.</translation>
    </message>
    <message>
        <source>The visits</source>
        <translation>Các cuộc kiểm tra</translation>
    </message>
    <message>
        <source>The words agree: &amp;admit</source>
        <translation>Khớp sáu từ: &amp;chấp nhận</translation>
    </message>
    <message>
        <source>The workbook has no sheet {sheet}.</source>
        <translation>Tệp không có trang {sheet}.</translation>
    </message>
    <message>
        <source>The workbook is protected by a password.</source>
        <translation>Tệp được bảo vệ bằng mật khẩu.</translation>
    </message>
    <message>
        <source>The workbook {file} has {count} problems and was not imported.</source>
        <translation>Tệp Excel {file} có {count} lỗi nên chưa được nhập.</translation>
    </message>
    <message>
        <source>The workspace cannot be read: {reason}.</source>
        <translation>Không đọc được kho dữ liệu: {reason}.</translation>
    </message>
    <message>
        <source>The workspace does not hold the checklist {template}.</source>
        <translation>Kho dữ liệu không có mẫu phiếu {template}.</translation>
    </message>
    <message>
        <source>The workspace is already open in another window.</source>
        <translation>Kho dữ liệu đang được mở ở một cửa sổ khác.</translation>
    </message>
    <message>
        <source>The workspace is not whole: {problems}.</source>
        <translation>Kho dữ liệu không toàn vẹn: {problems}.</translation>
    </message>
    <message>
        <source>The workspace is whole: {changes} changes of {devices} laptops in {streams} visits.</source>
        <translation>Kho dữ liệu toàn vẹn: {changes} thay đổi của {devices} máy trong {streams} cuộc kiểm tra.</translation>
    </message>
    <message>
        <source>The workspace was created in {folder}.</source>
        <translation>Đã tạo kho dữ liệu tại {folder}.</translation>
    </message>
    <message>
        <source>The workspace was made by a newer version of the program.</source>
        <translation>Kho dữ liệu được tạo bằng phiên bản mới hơn của chương trình.</translation>
    </message>
    <message>
        <source>The {kind} {name} is never closed.</source>
        <translation>Nhóm {name} (begin_{kind}) chưa được đóng.</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Giao diện</translation>
    </message>
    <message>
        <source>There are more than {limit} problems; the search ended here.</source>
        <translation>Có hơn {limit} lỗi; việc kiểm tra dừng ở đây.</translation>
    </message>
    <message>
        <source>There are points but no rule.</source>
        <translation>Có điểm nhưng chưa có quy tắc chấm.</translation>
    </message>
    <message>
        <source>There are two columns called “{column}”.</source>
        <translation>Có hai cột cùng tên “{column}”.</translation>
    </message>
    <message>
        <source>There is no camera: a code is typed, or read by a scanner that types it.</source>
        <translation>Không có máy ảnh: mã được gõ vào, hoặc đọc bằng máy quét nối như bàn phím.</translation>
    </message>
    <message>
        <source>There is no function {name}().</source>
        <translation>Không có hàm {name}().</translation>
    </message>
    <message>
        <source>There is no list {name} to look into.</source>
        <translation>Không có danh sách {name} để tra.</translation>
    </message>
    <message>
        <source>There is no map and no position: places are typed or pasted as latitude and longitude.</source>
        <translation>Không có bản đồ và định vị: vị trí được gõ hoặc dán bằng vĩ độ, kinh độ.</translation>
    </message>
    <message>
        <source>There is no open conflict {conflict}.</source>
        <translation>Không có xung đột {conflict} đang chờ quyết định.</translation>
    </message>
    <message>
        <source>There is no question named {name}.</source>
        <translation>Không có câu hỏi nào tên {name}.</translation>
    </message>
    <message>
        <source>There is no question type “{type}”.</source>
        <translation>Không có kiểu câu hỏi “{type}”.</translation>
    </message>
    <message>
        <source>There is no rule {rule}.</source>
        <translation>Không có quy tắc chấm điểm {rule}.</translation>
    </message>
    <message>
        <source>There is no visit yet.</source>
        <translation>Chưa có cuộc kiểm tra nào.</translation>
    </message>
    <message>
        <source>There is no visit {visit}.</source>
        <translation>Không có cuộc kiểm tra {visit}.</translation>
    </message>
    <message>
        <source>There is no workspace in {folder}.</source>
        <translation>Không có kho dữ liệu trong thư mục {folder}.</translation>
    </message>
    <message>
        <source>There is no {kind} {record} in this visit.</source>
        <translation>Cuộc kiểm tra này không có {kind} {record}.</translation>
    </message>
    <message>
        <source>There is nothing to calculate.</source>
        <translation>Chưa có công thức tính.</translation>
    </message>
    <message>
        <source>There is nothing to redo.</source>
        <translation>Không có gì để làm lại.</translation>
    </message>
    <message>
        <source>These answers need a decision before the visit can move: {items}.</source>
        <translation>Cần quyết định những kết quả sau trước khi chuyển mẫu phiếu: {items}.</translation>
    </message>
    <message>
        <source>These depend on each other in a circle: {names}.</source>
        <translation>Các mục này phụ thuộc vòng quanh lẫn nhau: {names}.</translation>
    </message>
    <message>
        <source>They are kept. Compare the six words with its screen, and admit it. {counts}</source>
        <translation>Dữ liệu được giữ nguyên. Hãy đối chiếu sáu từ với màn hình máy đó rồi chấp nhận. {counts}</translation>
    </message>
    <message>
        <source>This area is in the hands of {who}.</source>
        <translation>Lĩnh vực này do {who} phụ trách.</translation>
    </message>
    <message>
        <source>This computer has no program that opens {name}.</source>
        <translation>Máy tính này không có chương trình mở được {name}.</translation>
    </message>
    <message>
        <source>This is the self-report of {unit} all the same</source>
        <translation>Xác nhận đây đúng là báo cáo tự kiểm tra của {unit}</translation>
    </message>
    <message>
        <source>This item cannot be marked as not applicable.</source>
        <translation>Mục này không được ghi không áp dụng.</translation>
    </message>
    <message>
        <source>This laptop</source>
        <translation>Máy này</translation>
    </message>
    <message>
        <source>This laptop may not decide whose laptops write in this visit.</source>
        <translation>Máy này không có quyền quyết định máy nào được ghi vào cuộc kiểm tra.</translation>
    </message>
    <message>
        <source>This laptop: {fingerprint}</source>
        <translation>Máy này: {fingerprint}</translation>
    </message>
    <message>
        <source>This order is right</source>
        <translation>Thứ tự này đúng</translation>
    </message>
    <message>
        <source>This value is not allowed.</source>
        <translation>Giá trị này không được chấp nhận.</translation>
    </message>
    <message>
        <source>This was the last line</source>
        <translation>Đã đến dòng cuối</translation>
    </message>
    <message>
        <source>This workspace holds no other version of the checklist.</source>
        <translation>Kho dữ liệu không có phiên bản nào khác của mẫu phiếu.</translation>
    </message>
    <message>
        <source>This workspace holds no other version. Publish the new workbook under Checklists first.</source>
        <translation>Kho dữ liệu này không có phiên bản nào khác. Hãy ban hành tệp Excel mới ở mục Mẫu phiếu trước.</translation>
    </message>
    <message>
        <source>Those who receive the team. The first one signs for the unit.</source>
        <translation>Người làm việc với Đoàn; người đầu tiên ký biên bản thay mặt đơn vị.</translation>
    </message>
    <message>
        <source>Three visits of one week, with invented persons. This takes some seconds at first.</source>
        <translation>Ba cuộc kiểm tra trong một tuần, nhân vật là giả định. Lần đầu mất vài giây.</translation>
    </message>
    <message>
        <source>Through the network</source>
        <translation>Qua mạng</translation>
    </message>
    <message>
        <source>Time of beginning</source>
        <translation>Giờ bắt đầu</translation>
    </message>
    <message>
        <source>Time of ending</source>
        <translation>Giờ kết thúc</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Tiêu đề</translation>
    </message>
    <message>
        <source>Title of the next document…</source>
        <translation>Tên tài liệu tiếp theo…</translation>
    </message>
    <message>
        <source>To be decided: {count}</source>
        <translation>Cần quyết định: {count}</translation>
    </message>
    <message>
        <source>To be taken</source>
        <translation>Sẽ nhận</translation>
    </message>
    <message>
        <source>To see to</source>
        <translation>Cần xem</translation>
    </message>
    <message>
        <source>To the list of disputes</source>
        <translation>Đến danh sách tranh chấp</translation>
    </message>
    <message>
        <source>To the table</source>
        <translation>Đến bảng</translation>
    </message>
    <message>
        <source>Today&apos;s date</source>
        <translation>Ngày hôm nay</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>Cộng</translation>
    </message>
    <message>
        <source>Together: {points} as it should be</source>
        <translation>Cộng: đủ {points} điểm</translation>
    </message>
    <message>
        <source>Together; this form gives no points</source>
        <translation>Cộng; mẫu phiếu này không chấm điểm</translation>
    </message>
    <message>
        <source>Together; {full} are expected</source>
        <translation>Cộng; cần đủ {full} điểm</translation>
    </message>
    <message>
        <source>Tool</source>
        <translation>Công cụ</translation>
    </message>
    <message>
        <source>Topical</source>
        <translation>Chuyên đề</translation>
    </message>
    <message>
        <source>Totals as the unit reports them</source>
        <translation>Tổng số theo báo cáo của đơn vị</translation>
    </message>
    <message>
        <source>Tour</source>
        <translation>Hướng dẫn nhanh</translation>
    </message>
    <message>
        <source>Translate them; a dash is shown in their place.</source>
        <translation>Hãy bổ sung; chỗ thiếu sẽ hiện dấu gạch ngang.</translation>
    </message>
    <message>
        <source>Trust the new key</source>
        <translation>Tin khóa mới</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Thử lại</translation>
    </message>
    <message>
        <source>Try it out</source>
        <translation>Thử điền</translation>
    </message>
    <message>
        <source>Turn left (7)</source>
        <translation>Xoay trái (7)</translation>
    </message>
    <message>
        <source>Turn right (8)</source>
        <translation>Xoay phải (8)</translation>
    </message>
    <message>
        <source>Two laptops recorded different values. Both are kept.</source>
        <translation>Hai máy ghi hai giá trị khác nhau. Cả hai đều được giữ.</translation>
    </message>
    <message>
        <source>Two laptops say different things here. Decide it on the Merge page.</source>
        <translation>Hai máy ghi khác nhau ở đây. Hãy quyết định tại mục Hợp nhất.</translation>
    </message>
    <message>
        <source>Type in from paper</source>
        <translation>Nhập nhanh từ phiếu giấy</translation>
    </message>
    <message>
        <source>Type the code of a dossier from the sample and press Enter. Its form opens here; what it says is counted for the checklist.</source>
        <translation>Nhập mã của một hồ sơ trong mẫu rồi nhấn Enter. Phiếu của hồ sơ mở ở đây; kết quả được tính cho phiếu kiểm tra.</translation>
    </message>
    <message>
        <source>Type the heading itself.</source>
        <translation>Hãy gõ thẳng tên cột.</translation>
    </message>
    <message>
        <source>Type the name, accents are not needed</source>
        <translation>Gõ tên xã, phường; không cần dấu</translation>
    </message>
    <message>
        <source>Type the passphrase of this workspace.</source>
        <translation>Hãy gõ mật khẩu của kho này.</translation>
    </message>
    <message>
        <source>Typed before the program stopped: {text} ({why})</source>
        <translation>Đã gõ trước khi chương trình dừng: {text} ({why})</translation>
    </message>
    <message>
        <source>Typing in from paper</source>
        <translation>Nhập từ phiếu giấy</translation>
    </message>
    <message>
        <source>Unannounced</source>
        <translation>Đột xuất</translation>
    </message>
    <message>
        <source>Under way</source>
        <translation>Đang thực hiện</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Hoàn tác</translation>
    </message>
    <message>
        <source>Undo (Ctrl+Z)</source>
        <translation>Hoàn tác (Ctrl+Z)</translation>
    </message>
    <message>
        <source>Undone: {what}</source>
        <translation>Đã hoàn tác: {what}</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Đơn vị</translation>
    </message>
    <message>
        <source>Unit and team</source>
        <translation>Đơn vị và Đoàn</translation>
    </message>
    <message>
        <source>Unit inspected</source>
        <translation>Đơn vị được kiểm tra</translation>
    </message>
    <message>
        <source>Units with registered models, as reported</source>
        <translation>Số đơn vị đăng ký mô hình theo báo cáo</translation>
    </message>
    <message>
        <source>Unmerge the cells and write a heading in each.</source>
        <translation>Hãy bỏ gộp ô và ghi tên cho từng cột.</translation>
    </message>
    <message>
        <source>Unmerge them and write in each row what is meant for it.</source>
        <translation>Bỏ trộn ô và ghi vào từng hàng.</translation>
    </message>
    <message>
        <source>Unmerge them if each row needs the text.</source>
        <translation>Hãy bỏ gộp ô nếu dòng nào cũng cần nội dung đó.</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Đến hết ngày</translation>
    </message>
    <message>
        <source>Until one is made the main one, all count.</source>
        <translation>Chưa chọn bản chính thì mọi bản đều được tính.</translation>
    </message>
    <message>
        <source>Use a code from the checklist, such as CD04.</source>
        <translation>Hãy dùng mã tiêu chí có trong mẫu phiếu, ví dụ CD04.</translation>
    </message>
    <message>
        <source>Use a file whose name ends in .csv, .xml or .geojson.</source>
        <translation>Hãy dùng tệp có đuôi .csv, .xml hoặc .geojson.</translation>
    </message>
    <message>
        <source>Use letters without accents, digits and _, beginning with a letter: {name}.</source>
        <translation>Hãy dùng chữ cái không dấu, chữ số và dấu gạch dưới, bắt đầu bằng chữ cái: {name}.</translation>
    </message>
    <message>
        <source>Use letters, digits and _, beginning with a letter.</source>
        <translation>Hãy dùng chữ cái, chữ số và dấu _, bắt đầu bằng chữ cái.</translation>
    </message>
    <message>
        <source>Use one of: {names}.</source>
        <translation>Hãy dùng một trong các tên: {names}.</translation>
    </message>
    <message>
        <source>Use the name of a question of this form.</source>
        <translation>Hãy dùng mã của một câu hỏi có trong phiếu.</translation>
    </message>
    <message>
        <source>Use the usual wording</source>
        <translation>Dùng câu mẫu</translation>
    </message>
    <message>
        <source>User name there</source>
        <translation>Tên đăng nhập</translation>
    </message>
    <message>
        <source>Usual recommendation</source>
        <translation>Kiến nghị thường dùng</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>Các giá trị</translation>
    </message>
    <message>
        <source>Version {version}. New visits can use it now.</source>
        <translation>Phiên bản {version}. Cuộc kiểm tra mới có thể dùng ngay.</translation>
    </message>
    <message>
        <source>Videos</source>
        <translation>Video</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Cách xem</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>Cuộc kiểm tra</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>Cuộc kiểm tra</translation>
    </message>
    <message>
        <source>Visits appear here: those planned on this laptop, and those received from the office or from another member of the team (Merge).</source>
        <translation>Nơi đây liệt kê các cuộc kiểm tra lập trên máy này và các cuộc nhận từ Sở hoặc từ thành viên khác của Đoàn (mục Hợp nhất).</translation>
    </message>
    <message>
        <source>Watch</source>
        <translation>Xem</translation>
    </message>
    <message>
        <source>What belongs to a visit, such as its findings, is listed only there.</source>
        <translation>Những gì thuộc về cuộc kiểm tra, như tồn tại, chỉ liệt kê trong cuộc kiểm tra.</translation>
    </message>
    <message>
        <source>What each laptop wrote</source>
        <translation>Từng máy đã ghi những gì</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Hiện tượng</translation>
    </message>
    <message>
        <source>What has become of it</source>
        <translation>Kết quả thực hiện</translation>
    </message>
    <message>
        <source>What is in dispute</source>
        <translation>Các giá trị tranh chấp</translation>
    </message>
    <message>
        <source>What is left to do</source>
        <translation>Việc còn phải làm</translation>
    </message>
    <message>
        <source>What is not decided is left out for now.</source>
        <translation>Ô chưa chọn được để lại, chưa nhận.</translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation>Nội dung hiển thị</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>Sai ở đâu</translation>
    </message>
    <message>
        <source>What it found</source>
        <translation>Kết quả đã ghi nhận</translation>
    </message>
    <message>
        <source>What it is about</source>
        <translation>Nội dung</translation>
    </message>
    <message>
        <source>What that laptop holds is shown below, with the visit.</source>
        <translation>Máy đó đang giữ những gì được ghi ở dưới, cùng cuộc kiểm tra.</translation>
    </message>
    <message>
        <source>What that laptop writes from now on counts no more.</source>
        <translation>Từ nay dữ liệu máy đó ghi không còn được tính.</translation>
    </message>
    <message>
        <source>What that laptop wrote counts again.</source>
        <translation>Dữ liệu máy đó đã ghi lại được tính.</translation>
    </message>
    <message>
        <source>What the checklist asks to see</source>
        <translation>Tài liệu cần kiểm chứng</translation>
    </message>
    <message>
        <source>What the hidden sheet says of the unit was changed by hand.</source>
        <translation>Thông tin đơn vị trên trang ẩn đã bị sửa.</translation>
    </message>
    <message>
        <source>What the unit accepts, explains or asks for, as read out in the meeting</source>
        <translation>Nội dung đơn vị tiếp thu, giải trình hoặc kiến nghị, như đã nêu tại buổi làm việc</translation>
    </message>
    <message>
        <source>What the unit says to it</source>
        <translation>Đơn vị giải trình</translation>
    </message>
    <message>
        <source>What there is</source>
        <translation>Tình hình từng phần</translation>
    </message>
    <message>
        <source>What to write instead</source>
        <translation>Nên ghi thế nào</translation>
    </message>
    <message>
        <source>What visits in between found</source>
        <translation>Kết quả của các cuộc kiểm tra ở giữa</translation>
    </message>
    <message>
        <source>What was being typed when the program was cut off is saved now:</source>
        <translation>Nội dung đang gõ khi chương trình bị ngắt nay đã được lưu:</translation>
    </message>
    <message>
        <source>What was entered is safe. Take entries away that are not needed, or use a second visit.</source>
        <translation>Dữ liệu đã nhập vẫn an toàn. Hãy bớt những mục không cần, hoặc lập thêm một cuộc kiểm tra.</translation>
    </message>
    <message>
        <source>What was reported of them before stays as it is.</source>
        <translation>Nội dung báo cáo trước đó của các mã này được giữ nguyên.</translation>
    </message>
    <message>
        <source>What would be decided</source>
        <translation>Những gì sẽ được quyết định</translation>
    </message>
    <message>
        <source>What you typed is still on the screen. Free some disk space; the program tries again.</source>
        <translation>Nội dung đã nhập vẫn còn trên màn hình. Hãy giải phóng dung lượng ổ đĩa; chương trình sẽ tự lưu lại.</translation>
    </message>
    <message>
        <source>What {laptop} holds is shown below.</source>
        <translation>{laptop} đang giữ những gì được ghi ở dưới.</translation>
    </message>
    <message>
        <source>When two laptops give different values for the same thing, both are kept, and you decide here with the value before and every side in view.</source>
        <translation>Khi hai máy ghi khác nhau cho cùng một nội dung, cả hai giá trị đều được giữ; tại đây xem giá trị trước đó và từng bên rồi quyết định.</translation>
    </message>
    <message>
        <source>When two members check the dossier of the same number, both checks stay, and you say here which one counts.</source>
        <translation>Khi hai thành viên kiểm tra cùng một mã hồ sơ, cả hai bản được giữ; chọn ở đây bản được tính.</translation>
    </message>
    <message>
        <source>Where it was taken stood in the file and is left out.</source>
        <translation>Tệp có ghi vị trí chụp; vị trí này được bỏ.</translation>
    </message>
    <message>
        <source>Where the figures come from</source>
        <translation>Nguồn số liệu</translation>
    </message>
    <message>
        <source>Where they differ:</source>
        <translation>Những điểm khác nhau:</translation>
    </message>
    <message>
        <source>Where they were taken was left out of {count}.</source>
        <translation>Đã bỏ vị trí chụp trong {count} ảnh.</translation>
    </message>
    <message>
        <source>Whether {file} is the self-report of {unit} is not certain: {doubt}</source>
        <translation>Chưa chắc {file} là báo cáo tự kiểm tra của {unit}: {doubt}</translation>
    </message>
    <message>
        <source>Which cells</source>
        <translation>Các ô được hiện</translation>
    </message>
    <message>
        <source>Which form</source>
        <translation>Loại phiếu</translation>
    </message>
    <message>
        <source>Which lines</source>
        <translation>Các dòng được hiện</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Người ghi</translation>
    </message>
    <message>
        <source>Who can &amp;open it</source>
        <translation>&amp;Ai mở được</translation>
    </message>
    <message>
        <source>Who is &amp;right</source>
        <translation>Lấy &amp;theo</translation>
    </message>
    <message>
        <source>Who is right</source>
        <translation>Lấy theo</translation>
    </message>
    <message>
        <source>Who works here</source>
        <translation>Người sử dụng máy</translation>
    </message>
    <message>
        <source>Whoever has the area</source>
        <translation>Người được giao lĩnh vực</translation>
    </message>
    <message>
        <source>Why, for example: lost on the way</source>
        <translation>Lý do, ví dụ: máy bị mất dọc đường</translation>
    </message>
    <message>
        <source>Will be</source>
        <translation>Sẽ là</translation>
    </message>
    <message>
        <source>With a difference</source>
        <translation>Có chênh lệch</translation>
    </message>
    <message>
        <source>With the answers there are</source>
        <translation>In cả kết quả đã có</translation>
    </message>
    <message>
        <source>Without a column here: {texts}.</source>
        <translation>Không có cột tương ứng: {texts}.</translation>
    </message>
    <message>
        <source>Witness</source>
        <translation>Người chứng kiến</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Chữ</translation>
    </message>
    <message>
        <source>Words on the picture</source>
        <translation>Chữ trên ảnh</translation>
    </message>
    <message>
        <source>Working days</source>
        <translation>Số ngày làm việc</translation>
    </message>
    <message>
        <source>Working days from {date}</source>
        <translation>Ngày làm việc từ {date}</translation>
    </message>
    <message>
        <source>Write != for “is not”.</source>
        <translation>Hãy ghi != thay cho “khác”.</translation>
    </message>
    <message>
        <source>Write ${{{name}}}.</source>
        <translation>Hãy ghi ${{{name}}}.</translation>
    </message>
    <message>
        <source>Write ^{pattern}$, so that all programs want the whole answer to match.</source>
        <translation>Hãy ghi ^{pattern}$ để mọi chương trình đều yêu cầu cả câu trả lời khớp.</translation>
    </message>
    <message>
        <source>Write a comma between what a function is given.</source>
        <translation>Hãy ngăn các phần trong hàm bằng dấu phẩy.</translation>
    </message>
    <message>
        <source>Write a date and time, such as 24/11/2026 14:30.</source>
        <translation>Hãy ghi ngày giờ, ví dụ 24/11/2026 14:30.</translation>
    </message>
    <message>
        <source>Write a date, such as 24/11/2026.</source>
        <translation>Hãy ghi ngày, ví dụ 24/11/2026.</translation>
    </message>
    <message>
        <source>Write a heading, or clear the cells.</source>
        <translation>Hãy ghi tên cột, hoặc xóa các ô đó.</translation>
    </message>
    <message>
        <source>Write a label.</source>
        <translation>Hãy ghi nội dung vào cột label.</translation>
    </message>
    <message>
        <source>Write a number such as 0.5.</source>
        <translation>Hãy ghi một số, ví dụ 0.5.</translation>
    </message>
    <message>
        <source>Write a number, such as 12.5.</source>
        <translation>Hãy ghi số, ví dụ 12,5.</translation>
    </message>
    <message>
        <source>Write a question into row 2.</source>
        <translation>Hãy ghi một câu hỏi vào dòng 2.</translation>
    </message>
    <message>
        <source>Write a rece&amp;ipt beside the file</source>
        <translation>Ghi &amp;biên nhận cạnh tệp</translation>
    </message>
    <message>
        <source>Write a rule, such as {names}.</source>
        <translation>Hãy ghi một quy tắc trong số: {names}.</translation>
    </message>
    <message>
        <source>Write a short code of letters, digits and _, such as cchc_xa; keep it in later versions.</source>
        <translation>Hãy ghi một mã ngắn gồm chữ cái, chữ số và dấu gạch dưới, ví dụ cchc_xa; giữ nguyên ở các phiên bản sau.</translation>
    </message>
    <message>
        <source>Write a step above 0 and not above {width}.</source>
        <translation>Hãy ghi bước lớn hơn 0 và không quá {width}.</translation>
    </message>
    <message>
        <source>Write a time, such as 14:30.</source>
        <translation>Hãy ghi giờ, ví dụ 14:30.</translation>
    </message>
    <message>
        <source>Write a value that the question accepts.</source>
        <translation>Hãy ghi một giá trị mà câu hỏi nhận được.</translation>
    </message>
    <message>
        <source>Write a whole number of days.</source>
        <translation>Viết một số nguyên ngày.</translation>
    </message>
    <message>
        <source>Write a whole number, such as 15.</source>
        <translation>Hãy ghi một số nguyên, ví dụ 15.</translation>
    </message>
    <message>
        <source>Write a whole number, such as 18.</source>
        <translation>Hãy ghi số nguyên, ví dụ 18.</translation>
    </message>
    <message>
        <source>Write an empty workbook</source>
        <translation>Tạo tệp Excel trống</translation>
    </message>
    <message>
        <source>Write an expression.</source>
        <translation>Hãy ghi công thức.</translation>
    </message>
    <message>
        <source>Write and, or and functions in small letters.</source>
        <translation>Hãy viết and, or và tên hàm bằng chữ thường.</translation>
    </message>
    <message>
        <source>Write and, or between conditions.</source>
        <translation>Hãy nối các điều kiện bằng and, or.</translation>
    </message>
    <message>
        <source>Write at least three places, with semicolons between them, and the first again at the end.</source>
        <translation>Ghi ít nhất ba vị trí, cách nhau bằng dấu chấm phẩy, vị trí đầu lặp lại ở cuối.</translation>
    </message>
    <message>
        <source>Write at least two places, with a semicolon between them.</source>
        <translation>Ghi ít nhất hai vị trí, cách nhau bằng dấu chấm phẩy.</translation>
    </message>
    <message>
        <source>Write begin_repeat, or a group for each choice.</source>
        <translation>Hãy ghi begin_repeat, hoặc lập một nhóm cho từng phương án.</translation>
    </message>
    <message>
        <source>Write digits with a decimal point or comma, such as 0.5.</source>
        <translation>Hãy ghi chữ số, phần thập phân sau dấu chấm hoặc dấu phẩy, ví dụ 0.5.</translation>
    </message>
    <message>
        <source>Write digits with a decimal point.</source>
        <translation>Hãy ghi bằng chữ số, dùng dấu chấm thập phân.</translation>
    </message>
    <message>
        <source>Write div 100 for percent.</source>
        <translation>Hãy ghi div 100 thay cho phần trăm.</translation>
    </message>
    <message>
        <source>Write div for division.</source>
        <translation>Hãy ghi div thay cho phép chia.</translation>
    </message>
    <message>
        <source>Write end_{kind}.</source>
        <translation>Hãy ghi end_{kind}.</translation>
    </message>
    <message>
        <source>Write for example {example}.</source>
        <translation>Hãy ghi như ví dụ: {example}.</translation>
    </message>
    <message>
        <source>Write for example {low}=70; {high}=100.</source>
        <translation>Hãy ghi như ví dụ: {low}=70; {high}=100.</translation>
    </message>
    <message>
        <source>Write for example {type} co_khong.</source>
        <translation>Ghi, ví dụ: {type} co_khong.</translation>
    </message>
    <message>
        <source>Write in a few words why; it is kept with the decision.</source>
        <translation>Hãy ghi ngắn gọn lý do; lý do được lưu cùng quyết định.</translation>
    </message>
    <message>
        <source>Write in a few words why; it is printed in the minutes.</source>
        <translation>Hãy ghi ngắn gọn lý do; nội dung này được in trong biên bản.</translation>
    </message>
    <message>
        <source>Write in a few words why; the whole team and the office see it.</source>
        <translation>Hãy ghi ngắn gọn lý do; cả đoàn và Sở đều thấy.</translation>
    </message>
    <message>
        <source>Write kad (not applicable) or toi_da (full points).</source>
        <translation>Hãy ghi kad (không áp dụng) hoặc toi_da (điểm tối đa).</translation>
    </message>
    <message>
        <source>Write latitude and longitude, such as 10.4601 105.6336.</source>
        <translation>Hãy ghi vĩ độ và kinh độ, ví dụ 10.4601 105.6336.</translation>
    </message>
    <message>
        <source>Write least index:name, with | between, such as 90:Xuất sắc | 80:Tốt.</source>
        <translation>Hãy ghi mốc điểm:tên mức, cách nhau bằng dấu |, ví dụ 90:Xuất sắc | 80:Tốt.</translation>
    </message>
    <message>
        <source>Write least:most, such as 0:100.</source>
        <translation>Hãy ghi giới hạn dưới:giới hạn trên, ví dụ 0:100.</translation>
    </message>
    <message>
        <source>Write name=value, with ; between.</source>
        <translation>Hãy ghi tên=giá trị, cách nhau bằng dấu chấm phẩy.</translation>
    </message>
    <message>
        <source>Write name=value, with a space between two.</source>
        <translation>Hãy ghi tên=giá trị, cách nhau bằng một dấu cách.</translation>
    </message>
    <message>
        <source>Write numbers with a decimal point.</source>
        <translation>Hãy viết số bằng dấu chấm thập phân.</translation>
    </message>
    <message>
        <source>Write one = for “is equal”.</source>
        <translation>Hãy ghi một dấu = thay cho “bằng”.</translation>
    </message>
    <message>
        <source>Write one, such as integer or text.</source>
        <translation>Hãy ghi kiểu câu hỏi, ví dụ integer hoặc text.</translation>
    </message>
    <message>
        <source>Write one, such as {example}.</source>
        <translation>Hãy ghi vào, ví dụ {example}.</translation>
    </message>
    <message>
        <source>Write select_one with a list of co and khong.</source>
        <translation>Hãy ghi select_one kèm danh sách có hai mã co và khong.</translation>
    </message>
    <message>
        <source>Write the &amp;card of this laptop…</source>
        <translation>Ghi &amp;thẻ máy này…</translation>
    </message>
    <message>
        <source>Write the blank form and send it to the unit before the visit. Drop the filled Excel file here, or choose it with the button above: everything in it is shown before it is taken.</source>
        <translation>Xuất biểu mẫu trống và gửi đơn vị trước ngày kiểm tra. Thả tệp Excel đơn vị đã điền vào đây, hoặc chọn bằng nút phía trên: toàn bộ nội dung được hiện ra trước khi nhận.</translation>
    </message>
    <message>
        <source>Write the name of a list of choices, or of a file without its ending.</source>
        <translation>Hãy ghi tên một danh sách phương án, hoặc tên tệp không có đuôi.</translation>
    </message>
    <message>
        <source>Write the name of a question that exists.</source>
        <translation>Hãy ghi tên một câu hỏi có trong mẫu phiếu.</translation>
    </message>
    <message>
        <source>Write the name of its list.</source>
        <translation>Hãy ghi tên danh sách của phương án.</translation>
    </message>
    <message>
        <source>Write the points that the item can earn, such as 1.5.</source>
        <translation>Hãy ghi điểm tối đa của tiêu chí, ví dụ 1.5.</translation>
    </message>
    <message>
        <source>Write the reason after k, for example: k not yet founded</source>
        <translation>Ghi lý do sau chữ k, ví dụ: k chưa thành lập</translation>
    </message>
    <message>
        <source>Write the settings into row 2 and nothing below it.</source>
        <translation>Hãy ghi cài đặt ở dòng 2 và không ghi gì bên dưới.</translation>
    </message>
    <message>
        <source>Write threshold:points, with | between, such as 100:1 | 75:0.5 | 0:0.</source>
        <translation>Hãy ghi ngưỡng:điểm, cách nhau bằng dấu |, ví dụ 100:1 | 75:0.5 | 0:0.</translation>
    </message>
    <message>
        <source>Write year-month-day, such as 2025-07-01.</source>
        <translation>Hãy ghi năm-tháng-ngày, ví dụ 2025-07-01.</translation>
    </message>
    <message>
        <source>Write yes, or leave it empty.</source>
        <translation>Hãy ghi yes, hoặc để trống.</translation>
    </message>
    <message>
        <source>Write {allowed}, or leave it empty.</source>
        <translation>Hãy ghi {allowed}, hoặc để trống.</translation>
    </message>
    <message>
        <source>Write {column} into row 1 above it.</source>
        <translation>Hãy ghi {column} vào dòng 1 của cột đó.</translation>
    </message>
    <message>
        <source>Write {count} into {item} (now {now})</source>
        <translation>Ghi {count} vào {item} (hiện là {now})</translation>
    </message>
    <message>
        <source>Write {heading}, or begin it with _ if it is only a note.</source>
        <translation>Hãy ghi {heading}, hoặc thêm dấu _ ở đầu nếu chỉ là ghi chú riêng.</translation>
    </message>
    <message>
        <source>Write {language}.</source>
        <translation>Hãy ghi {language}.</translation>
    </message>
    <message>
        <source>Write {maximum}.</source>
        <translation>Hãy ghi {maximum}.</translation>
    </message>
    <message>
        <source>Write {name}, or add the list.</source>
        <translation>Hãy ghi {name}, hoặc thêm danh sách này.</translation>
    </message>
    <message>
        <source>Write {name}.</source>
        <translation>Hãy ghi {name}.</translation>
    </message>
    <message>
        <source>Write {part}={column} into the column parameters.</source>
        <translation>Hãy ghi {part}={column} vào cột parameters.</translation>
    </message>
    <message>
        <source>Write {sign} after the name.</source>
        <translation>Hãy ghi dấu {sign} sau mã câu hỏi.</translation>
    </message>
    <message>
        <source>Write {text} into the column namespaces of the sheet settings.</source>
        <translation>Hãy ghi {text} vào cột namespaces của trang settings.</translation>
    </message>
    <message>
        <source>Write {text} there, so that other programs can read the workbook too.</source>
        <translation>Hãy ghi {text} vào đó để phần mềm khác cũng đọc được phiếu.</translation>
    </message>
    <message>
        <source>Write {text}.</source>
        <translation>Hãy ghi {text}.</translation>
    </message>
    <message>
        <source>Write {type}.</source>
        <translation>Hãy ghi {type}.</translation>
    </message>
    <message>
        <source>Writing the form</source>
        <translation>Đang ghi biểu mẫu</translation>
    </message>
    <message>
        <source>Writing the minutes</source>
        <translation>Đang ghi biên bản</translation>
    </message>
    <message>
        <source>Writing the receipt</source>
        <translation>Đang ghi biên nhận</translation>
    </message>
    <message>
        <source>Writing {file}</source>
        <translation>Đang ghi {file}</translation>
    </message>
    <message>
        <source>Written to {file}.</source>
        <translation>Đã ghi vào {file}.</translation>
    </message>
    <message>
        <source>Written: {file}</source>
        <translation>Đã ghi: {file}</translation>
    </message>
    <message>
        <source>Yes, that is me</source>
        <translation>Đúng, là tôi</translation>
    </message>
    <message>
        <source>Your data is safe here; what is to be sent is kept, and the program tries again.</source>
        <translation>Dữ liệu trên máy này an toàn; những gì cần gửi vẫn được giữ và chương trình sẽ thử lại.</translation>
    </message>
    <message>
        <source>Your data on this laptop is safe. Put the stick back in; the program tries again.</source>
        <translation>Dữ liệu trên máy này vẫn an toàn. Hãy cắm lại USB; chương trình sẽ tự sao tiếp.</translation>
    </message>
    <message>
        <source>Your name stands beside every answer.</source>
        <translation>Cần họ tên để ghi bên mỗi kết quả.</translation>
    </message>
    <message>
        <source>a cell holds more than {count} characters</source>
        <translation>một ô có hơn {count} ký tự</translation>
    </message>
    <message>
        <source>a change in it cannot be read</source>
        <translation>có thay đổi không đọc được</translation>
    </message>
    <message>
        <source>a checklist inside does not fit its name</source>
        <translation>một mẫu phiếu bên trong không khớp với tên của nó</translation>
    </message>
    <message>
        <source>a checklist inside is not complete</source>
        <translation>một mẫu phiếu bên trong không đầy đủ</translation>
    </message>
    <message>
        <source>a checklist that this laptop does not hold</source>
        <translation>mẫu phiếu mà máy này không có</translation>
    </message>
    <message>
        <source>a day and an hour are needed</source>
        <translation>cần nhập ngày và giờ</translation>
    </message>
    <message>
        <source>a day is needed, as day/month/year</source>
        <translation>cần nhập ngày theo dạng ngày/tháng/năm</translation>
    </message>
    <message>
        <source>a decision taken back</source>
        <translation>hoàn tác quyết định</translation>
    </message>
    <message>
        <source>a document type or entity is declared in it</source>
        <translation>bên trong có khai báo kiểu tài liệu hoặc thực thể</translation>
    </message>
    <message>
        <source>a dossier taken off</source>
        <translation>hồ sơ đã bỏ khỏi mẫu</translation>
    </message>
    <message>
        <source>a file inside has a name that is not allowed</source>
        <translation>một tệp bên trong có tên không được phép</translation>
    </message>
    <message>
        <source>a file inside is larger than its manifest says</source>
        <translation>một tệp bên trong lớn hơn danh mục ghi</translation>
    </message>
    <message>
        <source>a file whose first line is its passphrase; as of this workspace if left out</source>
        <translation>tệp có dòng đầu là mật khẩu của bản sao; bỏ trống là mật khẩu của kho này</translation>
    </message>
    <message>
        <source>a file whose first line is the passphrase</source>
        <translation>tệp có dòng đầu là mật khẩu</translation>
    </message>
    <message>
        <source>a file whose first line is the passphrase of a sealed bundle</source>
        <translation>tệp có dòng đầu là mật khẩu của gói dữ liệu niêm phong</translation>
    </message>
    <message>
        <source>a file whose first line is the passphrase that all who read there know; seals and opens</source>
        <translation>tệp có dòng đầu là mật khẩu chung của những người cùng nhận tại đó; dùng để niêm phong và mở gói</translation>
    </message>
    <message>
        <source>a file whose first line is the password there; kept in the workspace</source>
        <translation>tệp có dòng đầu là mật khẩu đăng nhập tại đó; được lưu trong kho dữ liệu</translation>
    </message>
    <message>
        <source>a folder or share, sftp://…, https://… (WebDAV), s3://…</source>
        <translation>thư mục hoặc thư mục chia sẻ, sftp://…, https://… (WebDAV), s3://…</translation>
    </message>
    <message>
        <source>a folder, sftp://… or https://…</source>
        <translation>thư mục, sftp://… hoặc https://…</translation>
    </message>
    <message>
        <source>a folder, such as a stick, or a file</source>
        <translation>một thư mục, chẳng hạn USB, hoặc một tệp</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>một số</translation>
    </message>
    <message>
        <source>a row without words</source>
        <translation>dòng chưa có nội dung</translation>
    </message>
    <message>
        <source>a sheet has more than {count} cells</source>
        <translation>một trang có hơn {count} ô</translation>
    </message>
    <message>
        <source>a value, or several as &quot;question=value&quot;</source>
        <translation>một giá trị, hoặc nhiều giá trị dạng &quot;câu hỏi=giá trị&quot;</translation>
    </message>
    <message>
        <source>a visit that this laptop does not hold</source>
        <translation>cuộc kiểm tra mà máy này không có</translation>
    </message>
    <message>
        <source>a whole number is needed</source>
        <translation>cần nhập số nguyên</translation>
    </message>
    <message>
        <source>a workbook, or the version or digest of a published checklist</source>
        <translation>tệp Excel, hoặc phiên bản hay mã băm của phiếu đã nhập</translation>
    </message>
    <message>
        <source>after its last day</source>
        <translation>sau ngày hết hạn</translation>
    </message>
    <message>
        <source>all checks of this dossier count</source>
        <translation>mọi bản kiểm tra của hồ sơ này đều được tính</translation>
    </message>
    <message>
        <source>all conflicts by the rule of --prefer</source>
        <translation>mọi xung đột theo cách chọn của --prefer</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>và {count} phương án khác</translation>
    </message>
    <message>
        <source>and {count} more like these</source>
        <translation>và {count} lưu ý khác</translation>
    </message>
    <message>
        <source>and {count} texts more</source>
        <translation>và {count} nội dung khác</translation>
    </message>
    <message>
        <source>answer</source>
        <translation>kết quả</translation>
    </message>
    <message>
        <source>answer an item</source>
        <translation>ghi kết quả một tiêu chí</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>đã trả lời</translation>
    </message>
    <message>
        <source>applicable</source>
        <translation>có áp dụng</translation>
    </message>
    <message>
        <source>area {name}: {before} → {after} points</source>
        <translation>lĩnh vực {name}: {before} → {after} điểm</translation>
    </message>
    <message>
        <source>as before</source>
        <translation>như lần trước</translation>
    </message>
    <message>
        <source>as kept</source>
        <translation>như đã lưu</translation>
    </message>
    <message>
        <source>as what; a member if left out</source>
        <translation>vai trò; không ghi thì là thành viên</translation>
    </message>
    <message>
        <source>asked as {name} in the new checklist</source>
        <translation>trong phiếu mới là {name}</translation>
    </message>
    <message>
        <source>at least {count}</source>
        <translation>ít nhất {count}</translation>
    </message>
    <message>
        <source>back again</source>
        <translation>đã đưa lại</translation>
    </message>
    <message>
        <source>before: {value}</source>
        <translation>trước đó: {value}</translation>
    </message>
    <message>
        <source>began the visit</source>
        <translation>lập cuộc kiểm tra</translation>
    </message>
    <message>
        <source>begin a visit</source>
        <translation>lập cuộc kiểm tra</translation>
    </message>
    <message>
        <source>being checked</source>
        <translation>đang kiểm tra</translation>
    </message>
    <message>
        <source>bring back what was removed</source>
        <translation>lấy lại ảnh đã xóa</translation>
    </message>
    <message>
        <source>bring the second copy up to date</source>
        <translation>cập nhật bản sao</translation>
    </message>
    <message>
        <source>by {date}</source>
        <translation>trước {date}</translation>
    </message>
    <message>
        <source>change {seq} of laptop {device}</source>
        <translation>thay đổi số {seq} của máy {device}</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>thay đổi</translation>
    </message>
    <message>
        <source>check a workbook and list every problem</source>
        <translation>kiểm tra tệp mẫu phiếu và liệt kê mọi lỗi</translation>
    </message>
    <message>
        <source>checklists as Excel workbooks</source>
        <translation>mẫu phiếu dạng tệp Excel</translation>
    </message>
    <message>
        <source>choices in other words: {choices}</source>
        <translation>phương án viết lại: {choices}</translation>
    </message>
    <message>
        <source>choices that now mean something else: {choices}</source>
        <translation>phương án nay mang nghĩa khác: {choices}</translation>
    </message>
    <message>
        <source>code {digest}…</source>
        <translation>mã {digest}…</translation>
    </message>
    <message>
        <source>codes of areas, such as CD TT; none takes all away</source>
        <translation>mã lĩnh vực, ví dụ CD TT; để trống là thôi giao</translation>
    </message>
    <message>
        <source>compute the tables from the ledger again</source>
        <translation>tính lại các bảng từ sổ thay đổi</translation>
    </message>
    <message>
        <source>create a workspace</source>
        <translation>tạo kho dữ liệu</translation>
    </message>
    <message>
        <source>critical check</source>
        <translation>nội dung trọng yếu</translation>
    </message>
    <message>
        <source>day/month/year</source>
        <translation>ngày/tháng/năm</translation>
    </message>
    <message>
        <source>dd/mm/yyyy</source>
        <translation>ngày/tháng/năm</translation>
    </message>
    <message>
        <source>dd/mm/yyyy hh:mm</source>
        <translation>ngày/tháng/năm giờ:phút</translation>
    </message>
    <message>
        <source>dealt</source>
        <translation>được giao</translation>
    </message>
    <message>
        <source>dealt to nobody</source>
        <translation>chưa phân công</translation>
    </message>
    <message>
        <source>decide</source>
        <translation>cần quyết định</translation>
    </message>
    <message>
        <source>decide a conflict, or many by a rule</source>
        <translation>quyết định một xung đột, hoặc nhiều xung đột theo một cách chọn</translation>
    </message>
    <message>
        <source>decided</source>
        <translation>đã chọn</translation>
    </message>
    <message>
        <source>decided with the others</source>
        <translation>quyết định cùng các mục khác</translation>
    </message>
    <message>
        <source>deleted</source>
        <translation>đã xóa</translation>
    </message>
    <message>
        <source>difference {points}</source>
        <translation>lệch {points}</translation>
    </message>
    <message>
        <source>differs from before</source>
        <translation>khác lần trước</translation>
    </message>
    <message>
        <source>do again what was taken back</source>
        <translation>làm lại thao tác vừa hoàn tác</translation>
    </message>
    <message>
        <source>document</source>
        <translation>tài liệu</translation>
    </message>
    <message>
        <source>does not apply: {reason}</source>
        <translation>không áp dụng: {reason}</translation>
    </message>
    <message>
        <source>dossier</source>
        <translation>hồ sơ</translation>
    </message>
    <message>
        <source>due {date}</source>
        <translation>hạn {date}</translation>
    </message>
    <message>
        <source>each question takes its own value: {asked}</source>
        <translation>mỗi câu hỏi cần một giá trị riêng: {asked}</translation>
    </message>
    <message>
        <source>earlier recommendation</source>
        <translation>kiến nghị kỳ trước</translation>
    </message>
    <message>
        <source>earlier visit</source>
        <translation>cuộc kiểm tra kỳ trước</translation>
    </message>
    <message>
        <source>end_{kind} cannot close the {other} {name} of row {row}.</source>
        <translation>end_{kind} không đóng được nhóm {name} (begin_{other}) mở ở dòng {row}.</translation>
    </message>
    <message>
        <source>end_{kind} closes nothing.</source>
        <translation>end_{kind} không đóng nhóm nào.</translation>
    </message>
    <message>
        <source>erase for good what was removed</source>
        <translation>xóa hẳn ảnh đã xóa</translation>
    </message>
    <message>
        <source>every area has its member</source>
        <translation>đủ người phụ trách</translation>
    </message>
    <message>
        <source>evidence</source>
        <translation>minh chứng</translation>
    </message>
    <message>
        <source>evidence is no longer required</source>
        <translation>không còn bắt buộc có minh chứng</translation>
    </message>
    <message>
        <source>evidence is now required</source>
        <translation>nay bắt buộc có minh chứng</translation>
    </message>
    <message>
        <source>explanation</source>
        <translation>giải trình</translation>
    </message>
    <message>
        <source>failed: {checks}</source>
        <translation>không đạt: {checks}</translation>
    </message>
    <message>
        <source>fetch what others left at an address, and leave there what is new here</source>
        <translation>nhận gói người khác để tại một địa chỉ và gửi tới đó những gì mới ở máy này</translation>
    </message>
    <message>
        <source>file of {size} KB, {digest}</source>
        <translation>tệp {size} KB, {digest}</translation>
    </message>
    <message>
        <source>find words in items, answers, notes and findings</source>
        <translation>tìm chữ trong tiêu chí, kết quả, ghi chú và tồn tại</translation>
    </message>
    <message>
        <source>finding</source>
        <translation>tồn tại, hạn chế</translation>
    </message>
    <message>
        <source>g + words: note</source>
        <translation>g + lời: ghi chú</translation>
    </message>
    <message>
        <source>give a laptop its place back</source>
        <translation>trả lại quyền ghi cho một máy</translation>
    </message>
    <message>
        <source>give a member these areas and no others</source>
        <translation>giao cho thành viên đúng các lĩnh vực này</translation>
    </message>
    <message>
        <source>give visits to the laptops that they admit</source>
        <translation>giao cuộc kiểm tra cho các máy đã được chấp nhận</translation>
    </message>
    <message>
        <source>hand over in the room, without a stick</source>
        <translation>giao nhận tại phòng, không cần USB</translation>
    </message>
    <message>
        <source>has not arrived yet: {file}</source>
        <translation>chưa nhận được: {file}</translation>
    </message>
    <message>
        <source>hh:mm</source>
        <translation>giờ:phút</translation>
    </message>
    <message>
        <source>how it came about; planned if left out</source>
        <translation>hình thức kiểm tra; bỏ trống là theo kế hoạch</translation>
    </message>
    <message>
        <source>how long it stays open</source>
        <translation>mở trong bao nhiêu phút</translation>
    </message>
    <message>
        <source>how sure the legal basis is</source>
        <translation>mức tin cậy của căn cứ</translation>
    </message>
    <message>
        <source>in a finding</source>
        <translation>trong tồn tại</translation>
    </message>
    <message>
        <source>in dispute</source>
        <translation>tranh chấp</translation>
    </message>
    <message>
        <source>in dispute, left as it is</source>
        <translation>tranh chấp, giữ nguyên</translation>
    </message>
    <message>
        <source>in large letters</source>
        <translation>chữ lớn</translation>
    </message>
    <message>
        <source>in preparation</source>
        <translation>đang soạn</translation>
    </message>
    <message>
        <source>in the answer</source>
        <translation>trong kết quả</translation>
    </message>
    <message>
        <source>in the hands of {who}</source>
        <translation>{who} phụ trách</translation>
    </message>
    <message>
        <source>in the note</source>
        <translation>trong ghi chú</translation>
    </message>
    <message>
        <source>index {index} ({name})</source>
        <translation>chỉ số {index} ({name})</translation>
    </message>
    <message>
        <source>initiative</source>
        <translation>mô hình, sáng kiến</translation>
    </message>
    <message>
        <source>it bears the code {other}, {unit} has {code}</source>
        <translation>tệp ghi mã {other}, còn {unit} có mã {code}</translation>
    </message>
    <message>
        <source>it cannot be read</source>
        <translation>không đọc được</translation>
    </message>
    <message>
        <source>it cannot be unpacked</source>
        <translation>không giải nén được</translation>
    </message>
    <message>
        <source>it does not say how to seal for its sender</source>
        <translation>gói không có khóa để niêm phong gửi lại bên gửi</translation>
    </message>
    <message>
        <source>it does not say which visit it belongs to</source>
        <translation>không nói rõ thuộc cuộc kiểm tra nào</translation>
    </message>
    <message>
        <source>it has a cell at no possible place: {place}</source>
        <translation>có ô ở vị trí không thể có: {place}</translation>
    </message>
    <message>
        <source>it has a fault at “{place}”</source>
        <translation>có lỗi tại “{place}”</translation>
    </message>
    <message>
        <source>it has more than {count} pages</source>
        <translation>tệp có hơn {count} trang</translation>
    </message>
    <message>
        <source>it has the old Excel format (.xls)</source>
        <translation>tệp ở dạng Excel cũ (.xls)</translation>
    </message>
    <message>
        <source>it has too many parts</source>
        <translation>tệp có quá nhiều phần</translation>
    </message>
    <message>
        <source>it has too many texts</source>
        <translation>tệp có quá nhiều đoạn văn bản</translation>
    </message>
    <message>
        <source>it has {size} MB; a self-report has less than one</source>
        <translation>tệp có {size} MB; báo cáo tự kiểm tra chưa đến 1 MB</translation>
    </message>
    <message>
        <source>it holds another number of changes than it says</source>
        <translation>số thay đổi không đúng như danh mục ghi</translation>
    </message>
    <message>
        <source>it holds no workbook</source>
        <translation>bên trong không có bảng tính</translation>
    </message>
    <message>
        <source>it holds other files than its manifest names</source>
        <translation>trong gói có tệp không nằm trong danh mục</translation>
    </message>
    <message>
        <source>it is a folder</source>
        <translation>đây là thư mục</translation>
    </message>
    <message>
        <source>it is a program</source>
        <translation>đây là tệp chương trình</translation>
    </message>
    <message>
        <source>it is a web page that only bears the name of an Excel file</source>
        <translation>tệp là trang web mang tên tệp Excel</translation>
    </message>
    <message>
        <source>it is empty</source>
        <translation>tệp trống</translation>
    </message>
    <message>
        <source>it is incomplete</source>
        <translation>tệp không đầy đủ</translation>
    </message>
    <message>
        <source>it is larger than {size} MB</source>
        <translation>tệp lớn hơn {size} MB</translation>
    </message>
    <message>
        <source>it is neither a picture nor a PDF</source>
        <translation>tệp không phải ảnh, cũng không phải PDF</translation>
    </message>
    <message>
        <source>it is no Excel workbook</source>
        <translation>không phải tệp Excel</translation>
    </message>
    <message>
        <source>it is no archive</source>
        <translation>không phải tệp nén</translation>
    </message>
    <message>
        <source>it is no longer asked</source>
        <translation>không còn hỏi</translation>
    </message>
    <message>
        <source>it is no receiving point</source>
        <translation>đó không phải điểm nhận</translation>
    </message>
    <message>
        <source>it is no table of text</source>
        <translation>không phải bảng dạng văn bản</translation>
    </message>
    <message>
        <source>it is none of the values on offer</source>
        <translation>không phải là một trong các giá trị cho chọn</translation>
    </message>
    <message>
        <source>it is now asked</source>
        <translation>nay có hỏi</translation>
    </message>
    <message>
        <source>it is of another kind</source>
        <translation>giá trị không đúng kiểu</translation>
    </message>
    <message>
        <source>it is protected by a password</source>
        <translation>tệp có mật khẩu</translation>
    </message>
    <message>
        <source>it is too large</source>
        <translation>tệp quá lớn</translation>
    </message>
    <message>
        <source>it lacks the checklist of the visit</source>
        <translation>thiếu mẫu phiếu của cuộc kiểm tra</translation>
    </message>
    <message>
        <source>it may no longer be left as not applicable</source>
        <translation>không còn được ghi là không áp dụng</translation>
    </message>
    <message>
        <source>it may now be left as not applicable</source>
        <translation>nay được ghi là không áp dụng</translation>
    </message>
    <message>
        <source>it moved into a repeat or out of one, so that its answers are counted differently</source>
        <translation>chuyển vào hoặc ra khỏi nhóm lặp, nên số câu trả lời thay đổi</translation>
    </message>
    <message>
        <source>it was made for {other}, not for {unit}</source>
        <translation>biểu mẫu lập cho {other}, không phải cho {unit}</translation>
    </message>
    <message>
        <source>its XML is broken: {reason}</source>
        <translation>XML bên trong bị hỏng: {reason}</translation>
    </message>
    <message>
        <source>its XML is nested more than {limit} deep</source>
        <translation>XML bên trong lồng nhau quá {limit} cấp</translation>
    </message>
    <message>
        <source>its changes do not end where its manifest says</source>
        <translation>các thay đổi không kết thúc đúng như danh mục ghi</translation>
    </message>
    <message>
        <source>its identifier, as listed</source>
        <translation>mã xung đột như trong danh sách</translation>
    </message>
    <message>
        <source>its identifier, or the beginning of it</source>
        <translation>mã định danh hoặc phần đầu của mã</translation>
    </message>
    <message>
        <source>its manifest cannot be read</source>
        <translation>không đọc được danh mục</translation>
    </message>
    <message>
        <source>its place was taken away</source>
        <translation>đã bị thu quyền ghi</translation>
    </message>
    <message>
        <source>its repetitions written out, it has more than {limit} letters</source>
        <translation>viết đầy đủ các phần lặp lại thì dài quá {limit} ký tự</translation>
    </message>
    <message>
        <source>its signature does not fit</source>
        <translation>chữ ký không khớp</translation>
    </message>
    <message>
        <source>k + reason: not applicable</source>
        <translation>k + lý do: không áp dụng</translation>
    </message>
    <message>
        <source>keep a workbook for new visits</source>
        <translation>dùng mẫu phiếu cho các cuộc kiểm tra mới</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>giữ lại</translation>
    </message>
    <message>
        <source>laptop</source>
        <translation>máy tính</translation>
    </message>
    <message>
        <source>laptop {device} takes another&apos;s place without proof</source>
        <translation>máy {device} nhận thay một máy khác mà không chứng minh được</translation>
    </message>
    <message>
        <source>latitude, longitude</source>
        <translation>vĩ độ, kinh độ</translation>
    </message>
    <message>
        <source>leave it out</source>
        <translation>bỏ qua</translation>
    </message>
    <message>
        <source>let a laptop write, whose six words were compared</source>
        <translation>cho phép ghi với máy đã đối chiếu sáu từ</translation>
    </message>
    <message>
        <source>line of the plan</source>
        <translation>dòng kế hoạch</translation>
    </message>
    <message>
        <source>list of communes</source>
        <translation>danh mục xã, phường, đặc khu</translation>
    </message>
    <message>
        <source>list photos and scans</source>
        <translation>liệt kê ảnh, bản quét</translation>
    </message>
    <message>
        <source>list the dossiers checked twice, and say which check counts</source>
        <translation>liệt kê hồ sơ kiểm tra hai lần và chọn bản được tính</translation>
    </message>
    <message>
        <source>list the visits</source>
        <translation>liệt kê các cuộc kiểm tra</translation>
    </message>
    <message>
        <source>list their recommendations</source>
        <translation>liệt kê kiến nghị các kỳ trước</translation>
    </message>
    <message>
        <source>list what is in dispute</source>
        <translation>liệt kê các xung đột</translation>
    </message>
    <message>
        <source>list what is kept and does not count</source>
        <translation>liệt kê dữ liệu được giữ lại nhưng chưa tính</translation>
    </message>
    <message>
        <source>list what other laptops hold of a visit</source>
        <translation>liệt kê các máy khác đang giữ những gì của cuộc kiểm tra</translation>
    </message>
    <message>
        <source>list whose laptops write in a visit</source>
        <translation>liệt kê các máy được ghi vào cuộc kiểm tra</translation>
    </message>
    <message>
        <source>main check</source>
        <translation>bản chính</translation>
    </message>
    <message>
        <source>make the demonstration and its minutes</source>
        <translation>tạo dữ liệu trình diễn và biên bản</translation>
    </message>
    <message>
        <source>mau_so_0 cannot be {value}.</source>
        <translation>mau_so_0 không nhận giá trị {value}.</translation>
    </message>
    <message>
        <source>max {points}</source>
        <translation>tối đa {points}</translation>
    </message>
    <message>
        <source>may not decide this</source>
        <translation>không có quyền quyết định việc này</translation>
    </message>
    <message>
        <source>mine</source>
        <translation>của tôi</translation>
    </message>
    <message>
        <source>mm/yyyy</source>
        <translation>tháng/năm</translation>
    </message>
    <message>
        <source>move a visit to another version of its checklist</source>
        <translation>chuyển cuộc kiểm tra sang phiên bản khác của mẫu phiếu</translation>
    </message>
    <message>
        <source>moved from {before} to {after}</source>
        <translation>chuyển từ {before} sang {after}</translation>
    </message>
    <message>
        <source>moved to {title} {version}: {reason}</source>
        <translation>chuyển sang {title} {version}: {reason}</translation>
    </message>
    <message>
        <source>must be answered</source>
        <translation>bắt buộc trả lời</translation>
    </message>
    <message>
        <source>name a file with --calendar or --units</source>
        <translation>hãy nêu tệp bằng --calendar hoặc --units</translation>
    </message>
    <message>
        <source>name one of the sides by its digest</source>
        <translation>hãy chỉ rõ một bên bằng mã của bên đó</translation>
    </message>
    <message>
        <source>new</source>
        <translation>mới</translation>
    </message>
    <message>
        <source>new in the form</source>
        <translation>mới có trong phiếu</translation>
    </message>
    <message>
        <source>no</source>
        <translation>không</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>chưa trả lời</translation>
    </message>
    <message>
        <source>no date yet</source>
        <translation>chưa có thời hạn</translation>
    </message>
    <message>
        <source>no day yet</source>
        <translation>chưa có ngày</translation>
    </message>
    <message>
        <source>no hours yet</source>
        <translation>chưa ghi giờ</translation>
    </message>
    <message>
        <source>no longer in the form</source>
        <translation>không còn trong phiếu</translation>
    </message>
    <message>
        <source>no picture</source>
        <translation>không có ảnh</translation>
    </message>
    <message>
        <source>no place yet</source>
        <translation>chưa ghi địa điểm</translation>
    </message>
    <message>
        <source>no procedure named yet</source>
        <translation>chưa ghi tên thủ tục</translation>
    </message>
    <message>
        <source>no side by this rule</source>
        <translation>không có giá trị phù hợp</translation>
    </message>
    <message>
        <source>no table in it has the column “Mã” and a column that the unit fills in</source>
        <translation>không có bảng nào có cột “Mã” và cột để đơn vị điền</translation>
    </message>
    <message>
        <source>none of its rows bears a code of the checklist</source>
        <translation>không hàng nào có mã của bảng kiểm</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>chưa có</translation>
    </message>
    <message>
        <source>not admitted</source>
        <translation>chưa được chấp nhận</translation>
    </message>
    <message>
        <source>not answered</source>
        <translation>chưa trả lời</translation>
    </message>
    <message>
        <source>not applicable</source>
        <translation>không áp dụng</translation>
    </message>
    <message>
        <source>not applicable: {reason}</source>
        <translation>không áp dụng: {reason}</translation>
    </message>
    <message>
        <source>not counted yet</source>
        <translation>chưa có số liệu</translation>
    </message>
    <message>
        <source>not dealt</source>
        <translation>không giao</translation>
    </message>
    <message>
        <source>not here</source>
        <translation>chưa nhận</translation>
    </message>
    <message>
        <source>not linked</source>
        <translation>chưa gắn nội dung</translation>
    </message>
    <message>
        <source>not received</source>
        <translation>chưa nhận</translation>
    </message>
    <message>
        <source>not scored yet</source>
        <translation>chưa chấm điểm</translation>
    </message>
    <message>
        <source>not taken</source>
        <translation>không nhận</translation>
    </message>
    <message>
        <source>not used yet</source>
        <translation>chưa dùng</translation>
    </message>
    <message>
        <source>note: {text}</source>
        <translation>ghi chú: {text}</translation>
    </message>
    <message>
        <source>nothing yet</source>
        <translation>chưa có</translation>
    </message>
    <message>
        <source>numerator and denominator</source>
        <translation>tử số và mẫu số</translation>
    </message>
    <message>
        <source>numerator/denominator, for example 18/26</source>
        <translation>tử số/mẫu số, ví dụ 18/26</translation>
    </message>
    <message>
        <source>of photos and scans: all, small pictures of them, or none; all if left out</source>
        <translation>ảnh và bản quét: đủ (all), ảnh thu nhỏ (thumbnails) hoặc không kèm (none); không ghi thì kèm đủ</translation>
    </message>
    <message>
        <source>of the column without a language</source>
        <translation>của cột không ghi ngôn ngữ</translation>
    </message>
    <message>
        <source>of these done</source>
        <translation>đã hoàn thành</translation>
    </message>
    <message>
        <source>of which item they are evidence</source>
        <translation>minh chứng cho tiêu chí nào</translation>
    </message>
    <message>
        <source>old question</source>
        <translation>câu hỏi cũ</translation>
    </message>
    <message>
        <source>one JSON object instead of text</source>
        <translation>xuất một đối tượng JSON thay cho văn bản</translation>
    </message>
    <message>
        <source>one area of the checklist; all if left out</source>
        <translation>một lĩnh vực của bảng kiểm; bỏ trống là tất cả</translation>
    </message>
    <message>
        <source>one item, with its history</source>
        <translation>một tiêu chí, kèm lịch sử</translation>
    </message>
    <message>
        <source>one without a name</source>
        <translation>chưa có tên</translation>
    </message>
    <message>
        <source>only about these</source>
        <translation>chỉ về nội dung này</translation>
    </message>
    <message>
        <source>only of this area, by its code</source>
        <translation>chỉ lĩnh vực này, theo mã</translation>
    </message>
    <message>
        <source>only the laptops of the visit can open it</source>
        <translation>chỉ các máy của cuộc kiểm tra mở được</translation>
    </message>
    <message>
        <source>only what this laptop lacks, by its id in `holders`</source>
        <translation>chỉ những gì máy này còn thiếu; mã máy theo lệnh `holders`</translation>
    </message>
    <message>
        <source>only with a value by this person or laptop</source>
        <translation>chỉ khi có giá trị của người hoặc máy này</translation>
    </message>
    <message>
        <source>open</source>
        <translation>chưa trả lời</translation>
    </message>
    <message>
        <source>open a receiving point for some minutes</source>
        <translation>mở điểm nhận trong vài phút</translation>
    </message>
    <message>
        <source>or drop it here</source>
        <translation>hoặc thả tệp vào đây</translation>
    </message>
    <message>
        <source>or_other adds a choice and a question that are in English where labels are in {language}.</source>
        <translation>or_other thêm một phương án và một câu hỏi bằng tiếng Anh ở nhãn {language}.</translation>
    </message>
    <message>
        <source>other faults: {checks}</source>
        <translation>lỗi khác: {checks}</translation>
    </message>
    <message>
        <source>out of {points} points</source>
        <translation>trên {points} điểm</translation>
    </message>
    <message>
        <source>overdue</source>
        <translation>quá hạn</translation>
    </message>
    <message>
        <source>participant</source>
        <translation>thành phần tham dự</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>đạt</translation>
    </message>
    <message>
        <source>passphrase</source>
        <translation>mật khẩu</translation>
    </message>
    <message>
        <source>photos and scans of a visit</source>
        <translation>ảnh, bản quét của cuộc kiểm tra</translation>
    </message>
    <message>
        <source>photos, scans, PDFs</source>
        <translation>ảnh, bản quét, tệp PDF</translation>
    </message>
    <message>
        <source>place of a laptop</source>
        <translation>quyền ghi của máy</translation>
    </message>
    <message>
        <source>plan of an area</source>
        <translation>kế hoạch của lĩnh vực</translation>
    </message>
    <message>
        <source>points of the choices: {points}</source>
        <translation>điểm của phương án: {points}</translation>
    </message>
    <message>
        <source>points, from 0 to {most}</source>
        <translation>điểm, từ 0 đến {most}</translation>
    </message>
    <message>
        <source>present: {counts}</source>
        <translation>có mặt: {counts}</translation>
    </message>
    <message>
        <source>processing ended by the day promised</source>
        <translation>ngày kết thúc xử lý không sau ngày hẹn trả</translation>
    </message>
    <message>
        <source>processing ended by the hour promised, pauses not counted</source>
        <translation>giờ kết thúc xử lý không sau giờ hẹn trả, trừ thời gian tạm dừng</translation>
    </message>
    <message>
        <source>prove that the workspace is whole</source>
        <translation>kiểm tra tính toàn vẹn của kho dữ liệu</translation>
    </message>
    <message>
        <source>provisional</source>
        <translation>tạm tính</translation>
    </message>
    <message>
        <source>provisional index {index} ({name})</source>
        <translation>chỉ số tạm tính {index} ({name})</translation>
    </message>
    <message>
        <source>read-only</source>
        <translation>chỉ đọc</translation>
    </message>
    <message>
        <source>reads along only</source>
        <translation>chỉ được xem</translation>
    </message>
    <message>
        <source>ready to sign</source>
        <translation>sẵn sàng để ký</translation>
    </message>
    <message>
        <source>reason: {text}</source>
        <translation>lý do: {text}</translation>
    </message>
    <message>
        <source>received</source>
        <translation>đã nhận</translation>
    </message>
    <message>
        <source>recommendation</source>
        <translation>kiến nghị</translation>
    </message>
    <message>
        <source>recommended again</source>
        <translation>kiến nghị lại</translation>
    </message>
    <message>
        <source>redone</source>
        <translation>làm lại</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>không nhận</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>đã bỏ</translation>
    </message>
    <message>
        <source>reported by the unit: {text}</source>
        <translation>đơn vị báo cáo: {text}</translation>
    </message>
    <message>
        <source>required</source>
        <translation>bắt buộc</translation>
    </message>
    <message>
        <source>required, not answered</source>
        <translation>bắt buộc, chưa trả lời</translation>
    </message>
    <message>
        <source>responsible body not named</source>
        <translation>chưa nêu cơ quan thực hiện</translation>
    </message>
    <message>
        <source>result</source>
        <translation>kết quả</translation>
    </message>
    <message>
        <source>save a copy outside the workspace</source>
        <translation>lưu một bản sao ra ngoài kho dữ liệu</translation>
    </message>
    <message>
        <source>say CELL=VALUE, both as listed</source>
        <translation>ghi Ô=GIÁ TRỊ, cả hai theo danh sách</translation>
    </message>
    <message>
        <source>say ITEM=keep or ITEM=open</source>
        <translation>hãy ghi MỤC=keep hoặc MỤC=open</translation>
    </message>
    <message>
        <source>say in words what differs between two checklists</source>
        <translation>nói bằng lời hai phiếu khác nhau ở đâu</translation>
    </message>
    <message>
        <source>say owner, mine, theirs, or a person</source>
        <translation>hãy ghi owner, mine, theirs hoặc tên một người</translation>
    </message>
    <message>
        <source>say what became of a recommendation</source>
        <translation>ghi kết quả thực hiện một kiến nghị</translation>
    </message>
    <message>
        <source>say what came from whom</source>
        <translation>cho biết ai đã gửi những gì</translation>
    </message>
    <message>
        <source>say which are in use, from whom, since when</source>
        <translation>cho biết bản nào đang dùng, do ai cấp, từ khi nào</translation>
    </message>
    <message>
        <source>say which member works on this laptop</source>
        <translation>cho biết thành viên nào dùng máy này</translation>
    </message>
    <message>
        <source>seal it with the passphrase in the first line of this file</source>
        <translation>niêm phong bằng mật khẩu ở dòng đầu của tệp này</translation>
    </message>
    <message>
        <source>second check, does not count</source>
        <translation>bản kiểm tra thứ hai, không tính</translation>
    </message>
    <message>
        <source>self-score</source>
        <translation>điểm tự chấm</translation>
    </message>
    <message>
        <source>self-score: {points}</source>
        <translation>tự chấm: {points}</translation>
    </message>
    <message>
        <source>send a visit to a receiving point</source>
        <translation>gửi một cuộc kiểm tra tới điểm nhận</translation>
    </message>
    <message>
        <source>set the unit&apos;s report beside what the team found</source>
        <translation>đối chiếu báo cáo của đơn vị với kết quả của Đoàn</translation>
    </message>
    <message>
        <source>several sides by this rule, and they differ</source>
        <translation>các giá trị ngang nhau, khác nhau</translation>
    </message>
    <message>
        <source>show a visit&apos;s checklist</source>
        <translation>xem bảng kiểm của cuộc kiểm tra</translation>
    </message>
    <message>
        <source>show members, areas and progress</source>
        <translation>xem thành viên, lĩnh vực và tiến độ</translation>
    </message>
    <message>
        <source>show what a filled form holds, and take it</source>
        <translation>xem nội dung biểu mẫu đơn vị gửi lại và nhận vào</translation>
    </message>
    <message>
        <source>so many blank dossier forms instead</source>
        <translation>thay vào đó, in từng này phiếu hồ sơ trống</translation>
    </message>
    <message>
        <source>software fault</source>
        <translation>lỗi phần mềm</translation>
    </message>
    <message>
        <source>stands</source>
        <translation>giữ nguyên</translation>
    </message>
    <message>
        <source>stays as it is</source>
        <translation>để nguyên</translation>
    </message>
    <message>
        <source>stays open: {why}</source>
        <translation>để lại: {why}</translation>
    </message>
    <message>
        <source>such as CD04</source>
        <translation>ví dụ CD04</translation>
    </message>
    <message>
        <source>take a laptop&apos;s place away</source>
        <translation>thu quyền ghi của một máy</translation>
    </message>
    <message>
        <source>take a photo off the list; it can be brought back</source>
        <translation>xóa ảnh khỏi danh sách; có thể lấy lại</translation>
    </message>
    <message>
        <source>take an area over from another</source>
        <translation>nhận làm lĩnh vực của người khác</translation>
    </message>
    <message>
        <source>take back the last act of this laptop</source>
        <translation>hoàn tác thao tác gần nhất của máy này</translation>
    </message>
    <message>
        <source>take in a bundle</source>
        <translation>nhận gói dữ liệu</translation>
    </message>
    <message>
        <source>take in all that a second copy or another workspace holds</source>
        <translation>lấy lại toàn bộ từ bản sao hoặc kho dữ liệu khác</translation>
    </message>
    <message>
        <source>take it; without this it is only shown</source>
        <translation>nhận vào; không ghi thì chỉ xem</translation>
    </message>
    <message>
        <source>take photos and scans in, made small, without the place</source>
        <translation>nhận ảnh, bản quét, thu nhỏ và bỏ vị trí chụp</translation>
    </message>
    <message>
        <source>take the last move back</source>
        <translation>hoàn tác lần chuyển gần nhất</translation>
    </message>
    <message>
        <source>taken back: {reason}</source>
        <translation>hoàn tác: {reason}</translation>
    </message>
    <message>
        <source>taken over by {who}, {at}: {reason}</source>
        <translation>{who} nhận làm lúc {at}: {reason}</translation>
    </message>
    <message>
        <source>tasks {tasks}, activities {activities}</source>
        <translation>nhiệm vụ {tasks}, hoạt động {activities}</translation>
    </message>
    <message>
        <source>team</source>
        <translation>Đoàn</translation>
    </message>
    <message>
        <source>that is no address</source>
        <translation>đó không phải địa chỉ</translation>
    </message>
    <message>
        <source>the Excel workbook</source>
        <translation>tệp Excel</translation>
    </message>
    <message>
        <source>the Excel workbook that came back</source>
        <translation>tệp Excel đơn vị gửi lại</translation>
    </message>
    <message>
        <source>the Excel workbook to write</source>
        <translation>tệp Excel sẽ ghi</translation>
    </message>
    <message>
        <source>the address to listen on; this laptop&apos;s own if left out</source>
        <translation>địa chỉ để nhận; bỏ trống là địa chỉ của máy này</translation>
    </message>
    <message>
        <source>the bounds of the index</source>
        <translation>giới hạn chỉ số</translation>
    </message>
    <message>
        <source>the bundle, whose name ends in .cchc</source>
        <translation>gói dữ liệu, tên tệp kết thúc bằng .cchc</translation>
    </message>
    <message>
        <source>the changes of laptop {device} do not follow on each other</source>
        <translation>các thay đổi của máy {device} không nối tiếp nhau</translation>
    </message>
    <message>
        <source>the checklist in it cannot be used: {fault}</source>
        <translation>bảng kiểm kèm theo không dùng được: {fault}</translation>
    </message>
    <message>
        <source>the choices: {what}</source>
        <translation>phương án: {what}</translation>
    </message>
    <message>
        <source>the classes</source>
        <translation>các mức xếp loại</translation>
    </message>
    <message>
        <source>the code now asks something else</source>
        <translation>mã này nay hỏi nội dung khác</translation>
    </message>
    <message>
        <source>the code of the area</source>
        <translation>mã lĩnh vực</translation>
    </message>
    <message>
        <source>the communes and the working days</source>
        <translation>danh mục xã và ngày làm việc</translation>
    </message>
    <message>
        <source>the communes, as resources/units/build.py writes them</source>
        <translation>danh mục xã, dạng như resources/units/build.py ghi ra</translation>
    </message>
    <message>
        <source>the condition for a valid answer</source>
        <translation>điều kiện hợp lệ</translation>
    </message>
    <message>
        <source>the condition for a warning</source>
        <translation>điều kiện cần xem lại</translation>
    </message>
    <message>
        <source>the condition for being asked</source>
        <translation>điều kiện hiện</translation>
    </message>
    <message>
        <source>the criterion</source>
        <translation>tiêu chí</translation>
    </message>
    <message>
        <source>the database file is missing</source>
        <translation>thiếu tệp cơ sở dữ liệu</translation>
    </message>
    <message>
        <source>the day</source>
        <translation>ngày</translation>
    </message>
    <message>
        <source>the day of the visit, dd/mm/yyyy; today if left out</source>
        <translation>ngày kiểm tra, dd/mm/yyyy; bỏ trống là hôm nay</translation>
    </message>
    <message>
        <source>the days to put it right</source>
        <translation>số ngày khắc phục</translation>
    </message>
    <message>
        <source>the decimal number</source>
        <translation>số thập phân</translation>
    </message>
    <message>
        <source>the digest of the side chosen, or its beginning</source>
        <translation>mã của bên được chọn, hoặc phần đầu của mã</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>ổ đĩa đã đầy</translation>
    </message>
    <message>
        <source>the disk is write-protected</source>
        <translation>ổ đĩa bị khóa ghi</translation>
    </message>
    <message>
        <source>the documents to ask for</source>
        <translation>tài liệu kiểm chứng</translation>
    </message>
    <message>
        <source>the file is the right one all the same</source>
        <translation>xác nhận đúng là tệp của đơn vị</translation>
    </message>
    <message>
        <source>the file to write</source>
        <translation>tệp sẽ ghi</translation>
    </message>
    <message>
        <source>the filter of the choices</source>
        <translation>điều kiện lọc phương án</translation>
    </message>
    <message>
        <source>the five-digit code of the commune</source>
        <translation>mã năm chữ số của xã, phường</translation>
    </message>
    <message>
        <source>the folder does not exist</source>
        <translation>thư mục không tồn tại</translation>
    </message>
    <message>
        <source>the folder of that copy</source>
        <translation>thư mục của bản sao đó</translation>
    </message>
    <message>
        <source>the folder that it is made in; .demo if left out</source>
        <translation>thư mục tạo dữ liệu trình diễn; bỏ trống là .demo</translation>
    </message>
    <message>
        <source>the form id</source>
        <translation>mã phiếu</translation>
    </message>
    <message>
        <source>the form of every dossier of the sample, with what is known of it</source>
        <translation>phiếu của từng hồ sơ mẫu, kèm phần đã ghi</translation>
    </message>
    <message>
        <source>the formula</source>
        <translation>công thức tính</translation>
    </message>
    <message>
        <source>the guidance</source>
        <translation>hướng dẫn thêm</translation>
    </message>
    <message>
        <source>the hint</source>
        <translation>hướng dẫn</translation>
    </message>
    <message>
        <source>the history of laptop {device} is not signed by it</source>
        <translation>lịch sử của máy {device} không do máy đó ký</translation>
    </message>
    <message>
        <source>the item does not apply, because …</source>
        <translation>tiêu chí không áp dụng, vì …</translation>
    </message>
    <message>
        <source>the key file is damaged</source>
        <translation>tệp khóa bị hỏng</translation>
    </message>
    <message>
        <source>the label</source>
        <translation>nội dung</translation>
    </message>
    <message>
        <source>the languages</source>
        <translation>các ngôn ngữ</translation>
    </message>
    <message>
        <source>the laptop&apos;s id or the beginning of it, its name, or the person&apos;s name</source>
        <translation>mã máy hoặc phần đầu của mã, tên máy, hoặc tên người dùng máy</translation>
    </message>
    <message>
        <source>the last day on which what it writes counts</source>
        <translation>ngày cuối cùng mà dữ liệu máy ghi được tính</translation>
    </message>
    <message>
        <source>the legal basis</source>
        <translation>căn cứ pháp lý</translation>
    </message>
    <message>
        <source>the legal basis is valid from</source>
        <translation>căn cứ có hiệu lực từ</translation>
    </message>
    <message>
        <source>the legal basis is valid to</source>
        <translation>căn cứ có hiệu lực đến</translation>
    </message>
    <message>
        <source>the maximum of points</source>
        <translation>điểm tối đa</translation>
    </message>
    <message>
        <source>the member&apos;s name, without accents if you like, or a part of it</source>
        <translation>tên thành viên hoặc một phần tên, không cần dấu</translation>
    </message>
    <message>
        <source>the message</source>
        <translation>câu thông báo</translation>
    </message>
    <message>
        <source>the number of repeats</source>
        <translation>số lần lặp</translation>
    </message>
    <message>
        <source>the one-time code</source>
        <translation>mã dùng một lần</translation>
    </message>
    <message>
        <source>the other value, where there is one only</source>
        <translation>giá trị của bên kia, khi chỉ có một bên</translation>
    </message>
    <message>
        <source>the person&apos;s position</source>
        <translation>chức vụ</translation>
    </message>
    <message>
        <source>the photo&apos;s identifier, or the beginning of it</source>
        <translation>mã của ảnh, hoặc phần đầu của mã</translation>
    </message>
    <message>
        <source>the range</source>
        <translation>khoảng giá trị</translation>
    </message>
    <message>
        <source>the recommended action</source>
        <translation>kiến nghị</translation>
    </message>
    <message>
        <source>the remark</source>
        <translation>ghi chú</translation>
    </message>
    <message>
        <source>the result was handed over by the day promised</source>
        <translation>ngày trả kết quả cho người dân không sau ngày hẹn trả</translation>
    </message>
    <message>
        <source>the rule in words</source>
        <translation>cách chấm điểm viết bằng lời</translation>
    </message>
    <message>
        <source>the scoring rule</source>
        <translation>quy tắc chấm</translation>
    </message>
    <message>
        <source>the section of the minutes</source>
        <translation>mục của biên bản</translation>
    </message>
    <message>
        <source>the server does not answer</source>
        <translation>máy chủ không trả lời</translation>
    </message>
    <message>
        <source>the server&apos;s key was changed on purpose: take the new one</source>
        <translation>khóa của máy chủ đã được chủ động thay: chấp nhận khóa mới</translation>
    </message>
    <message>
        <source>the side</source>
        <translation>bên được chọn</translation>
    </message>
    <message>
        <source>the standard finding</source>
        <translation>câu nêu tồn tại</translation>
    </message>
    <message>
        <source>the stick or folder that it lies in</source>
        <translation>USB hoặc thư mục chứa bản sao</translation>
    </message>
    <message>
        <source>the tables did not match the ledger and were made again</source>
        <translation>các bảng không khớp với sổ thay đổi và đã được tính lại</translation>
    </message>
    <message>
        <source>the team gives the visit back to the office</source>
        <translation>đoàn nộp cuộc kiểm tra về Sở</translation>
    </message>
    <message>
        <source>the title</source>
        <translation>tên phiếu</translation>
    </message>
    <message>
        <source>the two are different</source>
        <translation>hai lần nhập khác nhau</translation>
    </message>
    <message>
        <source>the type was {before}, now {after}</source>
        <translation>kiểu câu hỏi trước là {before}, nay là {after}</translation>
    </message>
    <message>
        <source>the unit</source>
        <translation>đơn vị tính</translation>
    </message>
    <message>
        <source>the unit says: {text}</source>
        <translation>đơn vị giải trình: {text}</translation>
    </message>
    <message>
        <source>the value is not valid</source>
        <translation>giá trị không hợp lệ</translation>
    </message>
    <message>
        <source>the value that stands ready</source>
        <translation>giá trị sẵn</translation>
    </message>
    <message>
        <source>the version</source>
        <translation>phiên bản</translation>
    </message>
    <message>
        <source>the version or digest; without it the choices are listed</source>
        <translation>phiên bản hoặc mã mẫu; bỏ trống để liệt kê</translation>
    </message>
    <message>
        <source>the versions or digests of published checklists</source>
        <translation>phiên bản hoặc mã băm của mẫu phiếu đã phát hành</translation>
    </message>
    <message>
        <source>the visit&apos;s identifier, the beginning of it, or the code of its unit</source>
        <translation>mã cuộc kiểm tra, phần đầu của mã, hoặc mã đơn vị</translation>
    </message>
    <message>
        <source>the visits to send; all if left out</source>
        <translation>các cuộc kiểm tra cần gửi; bỏ trống là tất cả</translation>
    </message>
    <message>
        <source>the way of showing</source>
        <translation>cách hiện</translation>
    </message>
    <message>
        <source>the whole number</source>
        <translation>số nguyên</translation>
    </message>
    <message>
        <source>the working days, as resources/calendars/vn.json has them</source>
        <translation>lịch ngày làm việc, dạng như resources/calendars/vn.json</translation>
    </message>
    <message>
        <source>the workspace&apos;s folder</source>
        <translation>thư mục của kho dữ liệu</translation>
    </message>
    <message>
        <source>the {name} in it cannot be used: {fault}</source>
        <translation>{name} trong tệp không dùng được: {fault}</translation>
    </message>
    <message>
        <source>theirs</source>
        <translation>của bên kia</translation>
    </message>
    <message>
        <source>there is no network, or no such server</source>
        <translation>chưa có mạng hoặc không có máy chủ này</translation>
    </message>
    <message>
        <source>there is no such field</source>
        <translation>không có trường này</translation>
    </message>
    <message>
        <source>there is no visit yet: the first argument is the code of the commune</source>
        <translation>chưa có cuộc kiểm tra: tham số đầu là mã của xã</translation>
    </message>
    <message>
        <source>there is nothing to write</source>
        <translation>chưa có nội dung để ghi</translation>
    </message>
    <message>
        <source>this check is the main one, by its id in the list or its beginning</source>
        <translation>bản này là bản chính, theo mã trong danh sách hoặc phần đầu của mã</translation>
    </message>
    <message>
        <source>this laptop</source>
        <translation>máy này</translation>
    </message>
    <message>
        <source>this laptop&apos;s value</source>
        <translation>giá trị của máy này</translation>
    </message>
    <message>
        <source>this very checklist is published already</source>
        <translation>mẫu phiếu này đã được ban hành</translation>
    </message>
    <message>
        <source>undo the last taking of a self-report</source>
        <translation>hoàn tác lần nhận báo cáo tự kiểm tra gần nhất</translation>
    </message>
    <message>
        <source>undone</source>
        <translation>hoàn tác</translation>
    </message>
    <message>
        <source>unit</source>
        <translation>đơn vị</translation>
    </message>
    <message>
        <source>used by {count} visits</source>
        <translation>dùng cho {count} cuộc kiểm tra</translation>
    </message>
    <message>
        <source>various</source>
        <translation>khác nhau</translation>
    </message>
    <message>
        <source>version {version}</source>
        <translation>phiên bản {version}</translation>
    </message>
    <message>
        <source>version {version} · {title}</source>
        <translation>phiên bản {version} · {title}</translation>
    </message>
    <message>
        <source>visit</source>
        <translation>cuộc kiểm tra</translation>
    </message>
    <message>
        <source>visits and their answers</source>
        <translation>các cuộc kiểm tra và kết quả</translation>
    </message>
    <message>
        <source>visits, as elsewhere</source>
        <translation>các cuộc kiểm tra, ghi như ở lệnh khác</translation>
    </message>
    <message>
        <source>what a doubtful cell means, as listed</source>
        <translation>ô chưa rõ được hiểu thế nào, theo danh sách</translation>
    </message>
    <message>
        <source>what arrived is not what was sent</source>
        <translation>nội dung đến nơi không giống nội dung đã gửi</translation>
    </message>
    <message>
        <source>what became of it</source>
        <translation>kết quả thực hiện</translation>
    </message>
    <message>
        <source>what becomes of an answer that needs a decision</source>
        <translation>xử lý kết quả cần quyết định</translation>
    </message>
    <message>
        <source>what earlier visits of the unit left open</source>
        <translation>nội dung các kỳ kiểm tra trước còn để lại</translation>
    </message>
    <message>
        <source>what is left to do</source>
        <translation>việc còn phải làm</translation>
    </message>
    <message>
        <source>what the inspection is called</source>
        <translation>tên cuộc kiểm tra</translation>
    </message>
    <message>
        <source>what the laptop is called</source>
        <translation>tên gọi của máy</translation>
    </message>
    <message>
        <source>what the lead&apos;s screen says, or its QR code</source>
        <translation>địa chỉ trên màn hình của trưởng đoàn, hoặc mã QR</translation>
    </message>
    <message>
        <source>what the unit reports on itself</source>
        <translation>báo cáo tự kiểm tra của đơn vị</translation>
    </message>
    <message>
        <source>what they show</source>
        <translation>nội dung của ảnh</translation>
    </message>
    <message>
        <source>what was written reads back differently</source>
        <translation>nội dung ghi ra đọc lại không khớp</translation>
    </message>
    <message>
        <source>what was written reads back differently; the stick may be failing</source>
        <translation>dữ liệu đọc lại khác dữ liệu đã ghi; USB có thể bị hỏng</translation>
    </message>
    <message>
        <source>where the figures come from</source>
        <translation>nguồn số liệu</translation>
    </message>
    <message>
        <source>where the files go</source>
        <translation>thư mục ghi các tệp</translation>
    </message>
    <message>
        <source>where the person works</source>
        <translation>cơ quan của người đó</translation>
    </message>
    <message>
        <source>where the team meets the unit</source>
        <translation>địa điểm làm việc với đơn vị</translation>
    </message>
    <message>
        <source>whether it is critical</source>
        <translation>mục trọng yếu</translation>
    </message>
    <message>
        <source>who does what in a visit</source>
        <translation>phân công trong cuộc kiểm tra</translation>
    </message>
    <message>
        <source>who signs in there; kept in the workspace</source>
        <translation>tên đăng nhập tại đó; được lưu trong kho dữ liệu</translation>
    </message>
    <message>
        <source>who works with it</source>
        <translation>người sử dụng</translation>
    </message>
    <message>
        <source>why, where the answer is in dispute</source>
        <translation>lý do, khi kết quả đang tranh chấp</translation>
    </message>
    <message>
        <source>why; it stays in the history</source>
        <translation>lý do; được lưu trong lịch sử</translation>
    </message>
    <message>
        <source>why; the whole team and the office see it</source>
        <translation>lý do; cả đoàn và Sở đều thấy</translation>
    </message>
    <message>
        <source>why; the whole team sees it</source>
        <translation>lý do; cả Đoàn đều thấy</translation>
    </message>
    <message>
        <source>why; without it the move is only shown</source>
        <translation>lý do; bỏ trống thì chỉ xem trước</translation>
    </message>
    <message>
        <source>with --all: only of this visit</source>
        <translation>với --all: chỉ của cuộc kiểm tra này</translation>
    </message>
    <message>
        <source>with --all: only show what it would do</source>
        <translation>với --all: chỉ cho xem sẽ làm gì</translation>
    </message>
    <message>
        <source>with --all: the person whose values are right; or owner, mine, theirs</source>
        <translation>với --all: lấy theo người này; hoặc owner (người được giao lĩnh vực), mine (máy này), theirs (các máy khác)</translation>
    </message>
    <message>
        <source>with the answers there are</source>
        <translation>in cả kết quả đã có</translation>
    </message>
    <message>
        <source>with the new {choices}</source>
        <translation>thêm {choices}</translation>
    </message>
    <message>
        <source>without accents if you like</source>
        <translation>không cần dấu</translation>
    </message>
    <message>
        <source>without {choices}</source>
        <translation>bỏ {choices}</translation>
    </message>
    <message>
        <source>words</source>
        <translation>ghi bằng chữ</translation>
    </message>
    <message>
        <source>working calendar</source>
        <translation>lịch ngày làm việc</translation>
    </message>
    <message>
        <source>write a small checklist to begin from</source>
        <translation>ghi một phiếu nhỏ để bắt đầu</translation>
    </message>
    <message>
        <source>write a visit&apos;s bundle</source>
        <translation>xuất gói dữ liệu của cuộc kiểm tra</translation>
    </message>
    <message>
        <source>write checklists for other laptops</source>
        <translation>ghi mẫu phiếu để gửi máy khác</translation>
    </message>
    <message>
        <source>write forms to be filled in by hand, as PDF</source>
        <translation>ghi phiếu để điền bằng tay, dạng PDF</translation>
    </message>
    <message>
        <source>write newer communes or working days for other laptops, and use them here</source>
        <translation>ghi danh mục xã hoặc lịch làm việc mới cho các máy khác, đồng thời dùng trên máy này</translation>
    </message>
    <message>
        <source>write the blank Excel form for the unit</source>
        <translation>ghi biểu mẫu Excel trống cho đơn vị</translation>
    </message>
    <message>
        <source>write the filled checklist as an XForms submission, with its files</source>
        <translation>ghi phiếu đã điền thành bài nộp XForms, kèm các tệp</translation>
    </message>
    <message>
        <source>write the item&apos;s note</source>
        <translation>ghi chú của tiêu chí</translation>
    </message>
    <message>
        <source>write the minutes as PDF and Word files</source>
        <translation>lập biên bản thành tệp PDF và Word</translation>
    </message>
    <message>
        <source>write what this laptop holds of a visit</source>
        <translation>ghi biên nhận: máy này đang giữ những gì của cuộc kiểm tra</translation>
    </message>
    <message>
        <source>write who this laptop is, for the office</source>
        <translation>ghi thẻ giới thiệu máy này để gửi Sở</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>có</translation>
    </message>
    <message>
        <source>yyyy</source>
        <translation>năm</translation>
    </message>
    <message>
        <source>{action} Within {days} working days.</source>
        <translation>{action} Trong {days} ngày làm việc.</translation>
    </message>
    <message>
        <source>{address} cannot be worked with: {reason}.</source>
        <translation>Chưa làm việc được với {address}: {reason}.</translation>
    </message>
    <message>
        <source>{address} does not let this laptop in.</source>
        <translation>{address} không cho máy này đăng nhập.</translation>
    </message>
    <message>
        <source>{address} shows another key than before: {seen}.</source>
        <translation>{address} đưa ra khóa khác trước: {seen}.</translation>
    </message>
    <message>
        <source>{answered} of {total} answered</source>
        <translation>đã trả lời {answered}/{total}</translation>
    </message>
    <message>
        <source>{answered} of {total} items</source>
        <translation>{answered} trên {total} mục</translation>
    </message>
    <message>
        <source>{answered}/{total} items</source>
        <translation>{answered}/{total} mục</translation>
    </message>
    <message>
        <source>{area} is in the hands of {who}.</source>
        <translation>{area} do {who} phụ trách.</translation>
    </message>
    <message>
        <source>{changes} changes of {devices} laptops in {streams} visits.</source>
        <translation>{changes} thay đổi của {devices} máy trong {streams} cuộc kiểm tra.</translation>
    </message>
    <message>
        <source>{changes} changes, {size} KB
{file}
Signature of this laptop: {fingerprint}</source>
        <translation>{changes} thay đổi, {size} KB
{file}
Chữ ký máy này: {fingerprint}</translation>
    </message>
    <message>
        <source>{choice}, chosen</source>
        <translation>{choice}, đã chọn</translation>
    </message>
    <message>
        <source>{code} reads differently than in the checklist.</source>
        <translation>Nội dung của {code} khác với bảng kiểm.</translation>
    </message>
    <message>
        <source>{code} stands in several rows with different values: {places}.</source>
        <translation>{code} có ở nhiều hàng với giá trị khác nhau: {places}.</translation>
    </message>
    <message>
        <source>{column} is missing.</source>
        <translation>Thiếu {column}.</translation>
    </message>
    <message>
        <source>{counts} The same laptop wrote two different continuations, for example after an old copy was restored. Both are kept and shown as disputes; ask its user.</source>
        <translation>{counts} Cùng một máy ghi tiếp theo hai hướng khác nhau, ví dụ sau khi khôi phục bản cũ. Cả hai đều được giữ và nêu thành tranh chấp; hãy hỏi người dùng máy.</translation>
    </message>
    <message>
        <source>{count} answers</source>
        <translation>{count} kết quả</translation>
    </message>
    <message>
        <source>{count} cells could not be read; they are marked.</source>
        <translation>{count} ô không đọc được, đã đánh dấu.</translation>
    </message>
    <message>
        <source>{count} cells had accents stored apart from their letters; they were joined.</source>
        <translation>{count} ô có dấu tách rời khỏi chữ; đã ghép lại.</translation>
    </message>
    <message>
        <source>{count} cells had invisible or look-alike characters; they were replaced.</source>
        <translation>{count} ô có ký tự ẩn hoặc ký tự trông giống chữ khác; đã thay bằng ký tự thường.</translation>
    </message>
    <message>
        <source>{count} cells had spaces at an end, or two in a row; they were taken out.</source>
        <translation>{count} ô có dấu cách thừa; đã bỏ.</translation>
    </message>
    <message>
        <source>{count} cells say what is known already.</source>
        <translation>{count} ô giống như đã có.</translation>
    </message>
    <message>
        <source>{count} changes wait in quarantine</source>
        <translation>{count} thay đổi đang chờ, chưa được tính</translation>
    </message>
    <message>
        <source>{count} changes wait:</source>
        <translation>{count} thay đổi đang chờ:</translation>
    </message>
    <message>
        <source>{count} changes wait: their laptop is not admitted to the visit</source>
        <translation>{count} thay đổi đang chờ: máy ghi chưa được chấp nhận vào cuộc kiểm tra</translation>
    </message>
    <message>
        <source>{count} checked: {passed} passed, {failed} failed</source>
        <translation>kiểm tra {count}: {passed} đạt, {failed} không đạt</translation>
    </message>
    <message>
        <source>{count} checklists are new.</source>
        <translation>Có {count} mẫu phiếu mới.</translation>
    </message>
    <message>
        <source>{count} conflict is left to try.</source>
        <translation>Còn {count} xung đột để làm thử.</translation>
    </message>
    <message>
        <source>{count} days overdue</source>
        <translation>quá hạn {count} ngày</translation>
    </message>
    <message>
        <source>{count} dealt to nobody</source>
        <translation>{count} chưa phân công</translation>
    </message>
    <message>
        <source>{count} decided, {left} stay open.</source>
        <translation>Đã quyết định {count}, để lại {left}.</translation>
    </message>
    <message>
        <source>{count} disputes decided</source>
        <translation>Đã quyết định {count} tranh chấp</translation>
    </message>
    <message>
        <source>{count} dossiers: {passed} passed, {failed} failed, {open} being checked, {overdue} overdue</source>
        <translation>{count} hồ sơ: {passed} đạt, {failed} không đạt, {open} đang kiểm tra, {overdue} quá hạn</translation>
    </message>
    <message>
        <source>{count} files were left alone</source>
        <translation>{count} tệp được để nguyên</translation>
    </message>
    <message>
        <source>{count} files written to {folder}.</source>
        <translation>Đã ghi {count} tệp vào {folder}.</translation>
    </message>
    <message>
        <source>{count} findings</source>
        <translation>{count} tồn tại</translation>
    </message>
    <message>
        <source>{count} identical</source>
        <translation>{count} giống nhau</translation>
    </message>
    <message>
        <source>{count} in dispute</source>
        <translation>{count} tranh chấp</translation>
    </message>
    <message>
        <source>{count} in other visits</source>
        <translation>{count} tranh chấp ở cuộc kiểm tra khác</translation>
    </message>
    <message>
        <source>{count} items</source>
        <translation>{count} mục</translation>
    </message>
    <message>
        <source>{count} items answered</source>
        <translation>{count} tiêu chí có kết quả</translation>
    </message>
    <message>
        <source>{count} marks</source>
        <translation>{count} dấu</translation>
    </message>
    <message>
        <source>{count} members</source>
        <translation>{count} người</translation>
    </message>
    <message>
        <source>{count} more</source>
        <translation>thêm {count}</translation>
    </message>
    <message>
        <source>{count} not saved</source>
        <translation>{count} mục chưa lưu</translation>
    </message>
    <message>
        <source>{count} not ticked</source>
        <translation>{count} chưa điểm danh</translation>
    </message>
    <message>
        <source>{count} of them are not judged yet.</source>
        <translation>Còn {count} kiến nghị chưa đánh giá.</translation>
    </message>
    <message>
        <source>{count} of them wait in quarantine: the laptop is not admitted.</source>
        <translation>{count} thay đổi trong số đó đang chờ: máy ghi chưa được chấp nhận.</translation>
    </message>
    <message>
        <source>{count} pages</source>
        <translation>{count} trang</translation>
    </message>
    <message>
        <source>{count} photos and scans</source>
        <translation>{count} ảnh, bản quét</translation>
    </message>
    <message>
        <source>{count} photos and scans go along. See first that personal data in them is hidden.</source>
        <translation>Gói dữ liệu kèm {count} ảnh, bản quét. Hãy kiểm tra dữ liệu cá nhân trong ảnh đã được che trước khi xuất.</translation>
    </message>
    <message>
        <source>{count} photos chosen</source>
        <translation>Đã chọn {count} ảnh</translation>
    </message>
    <message>
        <source>{count} places found</source>
        <translation>Tìm thấy {count} chỗ</translation>
    </message>
    <message>
        <source>{count} problems; nothing was published.</source>
        <translation>Có {count} lỗi; chưa ban hành gì.</translation>
    </message>
    <message>
        <source>{count} questions answered</source>
        <translation>Đã trả lời {count} câu hỏi</translation>
    </message>
    <message>
        <source>{count} rates are off by more than 5 points of percent: {items}</source>
        <translation>{count} tỷ lệ đơn vị báo cáo lệch quá 5 điểm phần trăm: {items}</translation>
    </message>
    <message>
        <source>{count} rates are off by more than 5 points of percent; {item} holds {now}.</source>
        <translation>{count} tỷ lệ lệch quá 5 điểm phần trăm; {item} đang ghi {now}.</translation>
    </message>
    <message>
        <source>{count} remarks</source>
        <translation>{count} lưu ý</translation>
    </message>
    <message>
        <source>{count} required items</source>
        <translation>{count} mục bắt buộc</translation>
    </message>
    <message>
        <source>{count} required items open</source>
        <translation>{count} mục bắt buộc còn trống</translation>
    </message>
    <message>
        <source>{count} rows were removed.</source>
        <translation>Đã bỏ {count} dòng.</translation>
    </message>
    <message>
        <source>{count} stay open.</source>
        <translation>Còn {count} tranh chấp.</translation>
    </message>
    <message>
        <source>{count} still to be decided</source>
        <translation>Còn {count} mục cần quyết định</translation>
    </message>
    <message>
        <source>{count} taken in.</source>
        <translation>Đã nhận {count} tệp.</translation>
    </message>
    <message>
        <source>{count} texts are missing in the language {language}.</source>
        <translation>Thiếu {count} ô ở ngôn ngữ {language}.</translation>
    </message>
    <message>
        <source>{count} to decide</source>
        <translation>{count} giá trị cần quyết định</translation>
    </message>
    <message>
        <source>{count} to see to before signing</source>
        <translation>còn {count} việc trước khi ký</translation>
    </message>
    <message>
        <source>{count} to several members</source>
        <translation>{count} nhiều người</translation>
    </message>
    <message>
        <source>{count} values are identical on both sides.</source>
        <translation>{count} giá trị hai bên ghi giống nhau.</translation>
    </message>
    <message>
        <source>{count} values in dispute</source>
        <translation>{count} giá trị tranh chấp</translation>
    </message>
    <message>
        <source>{count} visits</source>
        <translation>{count} cuộc</translation>
    </message>
    <message>
        <source>{count} visits were not sent</source>
        <translation>Chưa gửi {count} cuộc kiểm tra</translation>
    </message>
    <message>
        <source>{count} would be decided, {left} stay open.</source>
        <translation>Sẽ quyết định {count}, để lại {left}.</translation>
    </message>
    <message>
        <source>{count}, {undated} without a body or a date</source>
        <translation>{count}, {undated} thiếu đơn vị hoặc thời hạn</translation>
    </message>
    <message>
        <source>{count}, {waiting} not fixed</source>
        <translation>{count}, còn {waiting} chưa khắc phục</translation>
    </message>
    <message>
        <source>{count}; missing for {items}</source>
        <translation>{count}; còn thiếu ở {items}</translation>
    </message>
    <message>
        <source>{count}; {units} units registered</source>
        <translation>{count}; {units} đơn vị đăng ký</translation>
    </message>
    <message>
        <source>{device}: {person}, {laptop} holds {holds} of {written} items answered here, as of {at}</source>
        <translation>{device}: {person}, {laptop} đã có {holds}/{written} kết quả nhập tại máy này, lúc {at}</translation>
    </message>
    <message>
        <source>{done} done of {whole}: more than there are.</source>
        <translation>Hoàn thành {done} trên {whole}: nhiều hơn tổng số.</translation>
    </message>
    <message>
        <source>{done}, no required one open</source>
        <translation>{done}, đủ mục bắt buộc</translation>
    </message>
    <message>
        <source>{done}, {count} required ones open</source>
        <translation>{done}, còn {count} mục bắt buộc</translation>
    </message>
    <message>
        <source>{file} brings communes or working days, but {sender} is not an office of this laptop.</source>
        <translation>{file} mang theo danh mục xã hoặc lịch làm việc, nhưng {sender} không phải là cơ quan giao việc cho máy này.</translation>
    </message>
    <message>
        <source>{file} cannot be taken as evidence: {reason}.</source>
        <translation>Không thể nhận {file} làm minh chứng: {reason}.</translation>
    </message>
    <message>
        <source>{file} cannot be used as {name}: {reason}.</source>
        <translation>Không dùng được {file} làm {name}: {reason}.</translation>
    </message>
    <message>
        <source>{file} has {count} million pixels; at most {limit} can be read.</source>
        <translation>{file} có {count} triệu điểm ảnh; chỉ đọc được tối đa {limit} triệu.</translation>
    </message>
    <message>
        <source>{file} has {size} MB; at most {limit} MB are taken.</source>
        <translation>{file} có dung lượng {size} MB; chỉ nhận tối đa {limit} MB.</translation>
    </message>
    <message>
        <source>{file} is a HEIC photo, which cannot be read here.</source>
        <translation>{file} là ảnh HEIC, chương trình không đọc được.</translation>
    </message>
    <message>
        <source>{file} is among the evidence already, in the same place.</source>
        <translation>{file} đã có trong minh chứng, ở cùng nội dung.</translation>
    </message>
    <message>
        <source>{file} is damaged or incomplete.</source>
        <translation>{file} bị hỏng hoặc không đầy đủ.</translation>
    </message>
    <message>
        <source>{file} is locked with a password.</source>
        <translation>{file} được khóa bằng mật khẩu.</translation>
    </message>
    <message>
        <source>{file} is not a data bundle of this program.</source>
        <translation>{file} không phải là gói dữ liệu của chương trình này.</translation>
    </message>
    <message>
        <source>{file} is sealed for other laptops. Nothing was changed.</source>
        <translation>{file} được niêm phong cho máy khác. Chưa có gì thay đổi.</translation>
    </message>
    <message>
        <source>{file} is sealed with a passphrase. Nothing was changed.</source>
        <translation>{file} được niêm phong bằng mật khẩu. Chưa có gì thay đổi.</translation>
    </message>
    <message>
        <source>{file} was left alone: {reason}</source>
        <translation>{file} được để nguyên: {reason}</translation>
    </message>
    <message>
        <source>{file} was not taken as a self-report: {reason}.</source>
        <translation>Không nhận {file} làm báo cáo tự kiểm tra: {reason}.</translation>
    </message>
    <message>
        <source>{file}, from {sender} ({laptop}, {fingerprint}):</source>
        <translation>{file}, do {sender} gửi ({laptop}, {fingerprint}):</translation>
    </message>
    <message>
        <source>{first}, and {count} more</source>
        <translation>{first} và {count} nội dung khác</translation>
    </message>
    <message>
        <source>{folder} holds another workspace.</source>
        <translation>{folder} đang chứa kho dữ liệu khác.</translation>
    </message>
    <message>
        <source>{folder} is up to date; {new} changes were new.</source>
        <translation>{folder} đã cập nhật; {new} thay đổi mới.</translation>
    </message>
    <message>
        <source>{formula} · from the base figures</source>
        <translation>{formula} · lấy từ số liệu cơ sở</translation>
    </message>
    <message>
        <source>{given} of {total} items scored by the unit</source>
        <translation>đơn vị tự chấm {given}/{total} mục</translation>
    </message>
    <message>
        <source>{here} of {count} present</source>
        <translation>Có mặt {here}/{count}</translation>
    </message>
    <message>
        <source>{index} · {answered}/{total} items · {open} mandatory open · {disputed} in dispute</source>
        <translation>{index} · {answered}/{total} mục · {open} mục bắt buộc còn trống · {disputed} tranh chấp</translation>
    </message>
    <message>
        <source>{items} and {count} more</source>
        <translation>{items} và {count} mục khác</translation>
    </message>
    <message>
        <source>{items} items, {points} points</source>
        <translation>{items} mục, {points} điểm</translation>
    </message>
    <message>
        <source>{item} cannot be marked as not applicable.</source>
        <translation>Không thể đánh dấu {item} là không áp dụng.</translation>
    </message>
    <message>
        <source>{item} is now {figures}.</source>
        <translation>{item} nay là {figures}.</translation>
    </message>
    <message>
        <source>{item} {text} Now: {answer}. Take over one of the two counts:</source>
        <translation>{item} {text} Hiện ghi: {answer}. Chọn số liệu đưa vào mục:</translation>
    </message>
    <message>
        <source>{item} · finding</source>
        <translation>{item} · tồn tại</translation>
    </message>
    <message>
        <source>{item} · note</source>
        <translation>{item} · ghi chú</translation>
    </message>
    <message>
        <source>{item} · reason why it is not applicable</source>
        <translation>{item} · lý do không áp dụng</translation>
    </message>
    <message>
        <source>{item}: {reason}</source>
        <translation>{item}: {reason}</translation>
    </message>
    <message>
        <source>{least} to {most}</source>
        <translation>{least} đến {most}</translation>
    </message>
    <message>
        <source>{level}: not counted yet.</source>
        <translation>{level}: chưa có số liệu.</translation>
    </message>
    <message>
        <source>{level}: {figures}, as the unit reports; no area is counted.</source>
        <translation>{level}: {figures}, lấy theo báo cáo của đơn vị vì chưa có số liệu theo lĩnh vực.</translation>
    </message>
    <message>
        <source>{level}: {figures}, the sum of the areas stands; the unit reports {reported}.</source>
        <translation>{level}: {figures}, lấy theo tổng các lĩnh vực; đơn vị báo cáo {reported}.</translation>
    </message>
    <message>
        <source>{level}: {figures}, the sum of the areas.</source>
        <translation>{level}: {figures}, lấy theo tổng các lĩnh vực.</translation>
    </message>
    <message>
        <source>{low} must be less than {high}, and both within 0 and 100.</source>
        <translation>{low} phải nhỏ hơn {high} và cả hai nằm trong khoảng 0 đến 100.</translation>
    </message>
    <message>
        <source>{member} was altered</source>
        <translation>{member} đã bị sửa đổi</translation>
    </message>
    <message>
        <source>{name} did not come with the checklist.</source>
        <translation>Mẫu phiếu không kèm tệp {name}.</translation>
    </message>
    <message>
        <source>{name} is given twice.</source>
        <translation>{name} được ghi hai lần.</translation>
    </message>
    <message>
        <source>{name} is not a number: {value}.</source>
        <translation>{name} không phải là số: {value}.</translation>
    </message>
    <message>
        <source>{name} is not known here.</source>
        <translation>Ở đây không có {name}.</translation>
    </message>
    <message>
        <source>{name} must be above 0.</source>
        <translation>{name} phải lớn hơn 0.</translation>
    </message>
    <message>
        <source>{name} was marked on another laptop meanwhile.</source>
        <translation>{name} vừa được chỉnh sửa trên máy khác.</translation>
    </message>
    <message>
        <source>{name}() needs questions, not a computed value.</source>
        <translation>Hàm {name}() cần câu hỏi, không nhận giá trị đã tính.</translation>
    </message>
    <message>
        <source>{name}() takes {wanted} values, not {given}.</source>
        <translation>Hàm {name}() cần {wanted} giá trị, không phải {given}.</translation>
    </message>
    <message>
        <source>{name}, page {page}</source>
        <translation>{name}, trang {page}</translation>
    </message>
    <message>
        <source>{name}: as it ships with the program</source>
        <translation>{name}: bản kèm theo chương trình</translation>
    </message>
    <message>
        <source>{name}: given by {who}, {at}</source>
        <translation>{name}: do {who} cấp, {at}</translation>
    </message>
    <message>
        <source>{name}: {reason}</source>
        <translation>{name}: {reason}</translation>
    </message>
    <message>
        <source>{name}: {text} is not a usable number.</source>
        <translation>{name}: {text} không phải là số dùng được.</translation>
    </message>
    <message>
        <source>{new} changes were new, {known} known; {files} photos and scans.</source>
        <translation>{new} thay đổi mới, {known} đã có; {files} ảnh và bản quét.</translation>
    </message>
    <message>
        <source>{new} new</source>
        <translation>{new} mới</translation>
    </message>
    <message>
        <source>{new} new changes, {known} already known.</source>
        <translation>{new} thay đổi mới, {known} thay đổi đã có.</translation>
    </message>
    <message>
        <source>{new} new, {known} known, {disputed} newly in dispute</source>
        <translation>{new} mới, {known} đã có, {disputed} mới tranh chấp</translation>
    </message>
    <message>
        <source>{new} to be taken · {open} to decide · {refused} not taken · {same} as before</source>
        <translation>{new} ô sẽ nhận · {open} ô cần quyết định · {refused} ô không nhận được · {same} ô như lần trước</translation>
    </message>
    <message>
        <source>{number} of {total}</source>
        <translation>{number}/{total}</translation>
    </message>
    <message>
        <source>{part} cannot be unpacked</source>
        <translation>không giải nén được {part}</translation>
    </message>
    <message>
        <source>{part} holds more than {size} MB</source>
        <translation>{part} chứa hơn {size} MB</translation>
    </message>
    <message>
        <source>{part} is not a class.</source>
        <translation>{part} không phải là một mức xếp loại.</translation>
    </message>
    <message>
        <source>{part} is not a parameter.</source>
        <translation>{part} không phải là tham số.</translation>
    </message>
    <message>
        <source>{part} is not a step.</source>
        <translation>{part} không phải là một bậc.</translation>
    </message>
    <message>
        <source>{part} is packed in an unknown way</source>
        <translation>{part} được nén theo cách không rõ</translation>
    </message>
    <message>
        <source>{person}
Laptop: {laptop}</source>
        <translation>{person}
Máy: {laptop}</translation>
    </message>
    <message>
        <source>{points} of {max} points</source>
        <translation>{points} trên {max} điểm</translation>
    </message>
    <message>
        <source>{points} points</source>
        <translation>{points} điểm</translation>
    </message>
    <message>
        <source>{points}/{max} pts</source>
        <translation>{points}/{max} đ</translation>
    </message>
    <message>
        <source>{question} · choices</source>
        <translation>{question} · các lựa chọn</translation>
    </message>
    <message>
        <source>{question} · find a choice</source>
        <translation>{question} · tìm lựa chọn</translation>
    </message>
    <message>
        <source>{question} · slider from {start} to {end}</source>
        <translation>{question} · thanh trượt từ {start} đến {end}</translation>
    </message>
    <message>
        <source>{question}, {part}: {fault}</source>
        <translation>{question}, {part}: {fault}</translation>
    </message>
    <message>
        <source>{received} of {total} received. Tick what was handed over (Space).</source>
        <translation>Đã nhận {received}/{total}. Đánh dấu tài liệu được giao (phím cách).</translation>
    </message>
    <message>
        <source>{record} is in dispute between {authors}.</source>
        <translation>{record} đang có xung đột giữa {authors}.</translation>
    </message>
    <message>
        <source>{role}; its place was taken away: {reason}</source>
        <translation>{role}; đã bị thu quyền ghi: {reason}</translation>
    </message>
    <message>
        <source>{role}{until}, admitted by {who}</source>
        <translation>{role}{until}, do {who} chấp nhận</translation>
    </message>
    <message>
        <source>{role}{until}; admitted by {who}, {at}</source>
        <translation>{role}{until}; {who} chấp nhận lúc {at}</translation>
    </message>
    <message>
        <source>{rows} records were computed from the ledger again.</source>
        <translation>Đã tính lại {rows} bản ghi từ sổ thay đổi.</translation>
    </message>
    <message>
        <source>{size} KB</source>
        <translation>{size} KB</translation>
    </message>
    <message>
        <source>{state}, in dispute</source>
        <translation>{state}, đang tranh chấp</translation>
    </message>
    <message>
        <source>{taken} will be decided, {left} stay open. Space takes a line out, or in again.</source>
        <translation>Sẽ quyết định {taken}, để lại {left}. Phím cách: bỏ ra hoặc lấy lại một dòng.</translation>
    </message>
    <message>
        <source>{time}: {received} files fetched with {new} new changes, {sent} sent. It goes on by itself.</source>
        <translation>{time}: đã nhận {received} tệp với {new} thay đổi mới, đã gửi {sent} tệp. Chương trình tự tiếp tục.</translation>
    </message>
    <message>
        <source>{type} needs the name of a list.</source>
        <translation>{type} cần kèm tên danh sách phương án.</translation>
    </message>
    <message>
        <source>{unit} was not sent: no other laptop of it is known here, and no passphrase is agreed.</source>
        <translation>Chưa gửi {unit}: chưa biết máy nào khác của cuộc kiểm tra này và chưa thống nhất mật khẩu chung.</translation>
    </message>
    <message>
        <source>{unit}: a receipt was left there, {file}.</source>
        <translation>{unit}: đã để biên nhận tại đó, {file}.</translation>
    </message>
    <message>
        <source>{unit}: receipt written to {file}.</source>
        <translation>{unit}: đã ghi biên nhận vào {file}.</translation>
    </message>
    <message>
        <source>{unit}: {count} changes were left there, {file}.</source>
        <translation>{unit}: đã gửi {count} thay đổi tới đó, {file}.</translation>
    </message>
    <message>
        <source>{unit}: {count} changes written to {file}.</source>
        <translation>{unit}: đã ghi {count} thay đổi vào {file}.</translation>
    </message>
    <message>
        <source>{unit}: {new} new, {known} known, {disputed} newly in dispute</source>
        <translation>{unit}: {new} mới, {known} đã có, {disputed} xung đột mới</translation>
    </message>
    <message>
        <source>{visits} visits: {new} changes new, {known} known; {files} photos and scans.</source>
        <translation>{visits} cuộc kiểm tra: {new} thay đổi mới, {known} đã có; {files} ảnh và bản quét.</translation>
    </message>
    <message>
        <source>{what} (taken away)</source>
        <translation>{what} (đã bớt)</translation>
    </message>
    <message>
        <source>{what} cannot be undone: {who} has changed it since.</source>
        <translation>Không hoàn tác được {what}: {who} đã sửa sau đó.</translation>
    </message>
    <message>
        <source>{what}: added</source>
        <translation>{what}: thêm vào</translation>
    </message>
    <message>
        <source>{what}: brought back</source>
        <translation>{what}: đưa trở lại</translation>
    </message>
    <message>
        <source>{what}: decided again</source>
        <translation>{what}: quyết định lại</translation>
    </message>
    <message>
        <source>{what}: in dispute again</source>
        <translation>{what}: mở lại tranh chấp</translation>
    </message>
    <message>
        <source>{what}: no longer “{before}”</source>
        <translation>{what}: bỏ “{before}”</translation>
    </message>
    <message>
        <source>{what}: now “{after}”</source>
        <translation>{what}: nay là “{after}”</translation>
    </message>
    <message>
        <source>{what}: taken away</source>
        <translation>{what}: bớt đi</translation>
    </message>
    <message>
        <source>{what}: “{before}” → “{after}”</source>
        <translation>{what}: “{before}” → “{after}”</translation>
    </message>
    <message>
        <source>{where} does not follow on the one before</source>
        <translation>{where} không nối tiếp thay đổi trước đó</translation>
    </message>
    <message>
        <source>{where} was altered</source>
        <translation>{where} đã bị sửa đổi</translation>
    </message>
    <message>
        <source>{who} · {laptop}: {answers} answers, {findings} findings, {dossiers} dossiers, {photos} photos; {disputed} in dispute, {missing} files not here</source>
        <translation>{who} · {laptop}: {answers} kết quả, {findings} tồn tại và kiến nghị, {dossiers} hồ sơ, {photos} ảnh; {disputed} tranh chấp, {missing} tệp chưa nhận</translation>
    </message>
    <message>
        <source>{who}: has {holds} of {written} items answered here, as of {at}</source>
        <translation>{who}: đã có {holds}/{written} kết quả nhập tại máy này, lúc {at}</translation>
    </message>
    <message>
        <source>{words} cannot be: a number from 0 on is needed.</source>
        <translation>{words} không hợp lệ: phải là số từ 0 trở lên.</translation>
    </message>
    <message>
        <source>{words} cannot be: a whole number from 0 on is needed.</source>
        <translation>{words} không hợp lệ: phải là số nguyên từ 0 trở lên.</translation>
    </message>
    <message>
        <source>{words} cannot be: the numerator is greater than the denominator.</source>
        <translation>{words} không hợp lệ: tử số lớn hơn mẫu số.</translation>
    </message>
    <message>
        <source>{words} is no rate.</source>
        <translation>{words} không phải là tỷ lệ.</translation>
    </message>
    <message>
        <source>{words} is not between 0 and {most} points.</source>
        <translation>{words} không nằm trong khoảng từ 0 đến {most} điểm.</translation>
    </message>
    <message>
        <source>“{address}” is no file beside the form.</source>
        <translation>“{address}” không phải là tệp đi kèm biểu mẫu.</translation>
    </message>
    <message>
        <source>“{name}” cannot be a name.</source>
        <translation>Không dùng được “{name}” làm mã.</translation>
    </message>
    <message>
        <source>“{name}” cannot be the name of a file.</source>
        <translation>“{name}” không dùng làm tên tệp được.</translation>
    </message>
    <message>
        <source>“{reference}” names no question of the form.</source>
        <translation>“{reference}” không phải là tên câu hỏi nào của mẫu phiếu.</translation>
    </message>
    <message>
        <source>“{repeat}” has {most} entries, and the checklist cannot hold more.</source>
        <translation>“{repeat}” đã có {most} mục, phiếu không chứa thêm được nữa.</translation>
    </message>
    <message>
        <source>“{text}” can be read in two ways.</source>
        <translation>“{text}” có hai cách hiểu.</translation>
    </message>
    <message>
        <source>“{text}” can be read in two ways. Write day, month and the whole year.</source>
        <translation>“{text}” có thể hiểu theo hai cách. Hãy ghi đủ ngày, tháng và năm bốn chữ số.</translation>
    </message>
    <message>
        <source>“{text}” can be read in two ways. Write {whole} for the whole number, {decimal} for the decimal one.</source>
        <translation>“{text}” có thể hiểu theo hai cách. Hãy ghi {whole} nếu là số nguyên, {decimal} nếu là số thập phân.</translation>
    </message>
    <message>
        <source>“{text}” does not exist: month {month} of {year} has {days} days.</source>
        <translation>Không có ngày “{text}”: tháng {month} năm {year} có {days} ngày.</translation>
    </message>
    <message>
        <source>“{text}” is a share. A number without % belongs here.</source>
        <translation>“{text}” là tỷ lệ. Ô này ghi số, không ghi dấu %.</translation>
    </message>
    <message>
        <source>“{text}” is no parameter.</source>
        <translation>“{text}” không phải là tham số.</translation>
    </message>
    <message>
        <source>“{text}” is none of the choices.</source>
        <translation>“{text}” không phải phương án nào.</translation>
    </message>
    <message>
        <source>“{text}” is not a date. Write day/month/year, for example 05/03/2026.</source>
        <translation>“{text}” không phải là ngày. Hãy ghi ngày/tháng/năm, ví dụ 05/03/2026.</translation>
    </message>
    <message>
        <source>“{text}” is not a day with an hour. Write for example 24/11/2026 07:30.</source>
        <translation>“{text}” không phải ngày và giờ. Ví dụ: 24/11/2026 07:30.</translation>
    </message>
    <message>
        <source>“{text}” is not a month. Write for example 11/2026.</source>
        <translation>“{text}” không phải tháng. Ví dụ: 11/2026.</translation>
    </message>
    <message>
        <source>“{text}” is not a number. Write for example 1234,5.</source>
        <translation>“{text}” không phải là số. Hãy ghi như ví dụ: 1234,5.</translation>
    </message>
    <message>
        <source>“{text}” is not a place. Write latitude and longitude, for example 10.4601, 105.6336.</source>
        <translation>“{text}” không phải vị trí. Ghi vĩ độ và kinh độ, ví dụ: 10.4601, 105.6336.</translation>
    </message>
    <message>
        <source>“{text}” is not a time of day. Write for example 07:30.</source>
        <translation>“{text}” không phải là giờ trong ngày. Viết ví dụ 07:30.</translation>
    </message>
    <message>
        <source>“{text}” is not a whole number.</source>
        <translation>“{text}” không phải số nguyên.</translation>
    </message>
    <message>
        <source>“{text}” is not a year. Write for example 2026.</source>
        <translation>“{text}” không phải năm. Ví dụ: 2026.</translation>
    </message>
    <message>
        <source>“{text}” is not closed.</source>
        <translation>“{text}” chưa được đóng ngoặc.</translation>
    </message>
    <message>
        <source>“{text}” is not offered here. Choose: {offered}.</source>
        <translation>Không có lựa chọn “{text}”. Chọn một trong: {offered}.</translation>
    </message>
    <message>
        <source>“{text}” is not on the earth: latitude goes to 90, longitude to 180.</source>
        <translation>“{text}” không có trên trái đất: vĩ độ đến 90, kinh độ đến 180.</translation>
    </message>
    <message>
        <source>“{text}” is not one of the choices word for word.</source>
        <translation>“{text}” không trùng nguyên văn với phương án nào.</translation>
    </message>
    <message>
        <source>“{text}” is not one of the numbers 1 to {count}.</source>
        <translation>“{text}” không phải một trong các số từ 1 đến {count}.</translation>
    </message>
    <message>
        <source>“{text}” is not two numbers. Write for example 18/26.</source>
        <translation>“{text}” không phải hai số. Ghi ví dụ 18/26.</translation>
    </message>
    <message>
        <source>“{text}” is outside {least} to {most}.</source>
        <translation>“{text}” nằm ngoài khoảng từ {least} đến {most}.</translation>
    </message>
    <message>
        <source>“{text}” is written month first. Is this day meant?</source>
        <translation>“{text}” ghi tháng trước ngày. Có phải ngày dưới đây không?</translation>
    </message>
    <message>
        <source>“{text}” may mean none at all.</source>
        <translation>“{text}” có thể hiểu là 0.</translation>
    </message>
    <message>
        <source>“{value}” is not a date.</source>
        <translation>“{value}” không phải là ngày.</translation>
    </message>
    <message>
        <source>“{value}” is not a number of days.</source>
        <translation>“{value}” không phải là số ngày.</translation>
    </message>
    <message>
        <source>“{value}” is not one of the choices.</source>
        <translation>“{value}” không có trong các lựa chọn.</translation>
    </message>
    <message>
        <source>“{value}” is not possible here.</source>
        <translation>Không ghi được “{value}” ở đây.</translation>
    </message>
    <message>
        <source>“{what}” was done with a reason and is not undone with a key.</source>
        <translation>“{what}” đã được quyết định có nêu lý do nên không hoàn tác bằng phím.</translation>
    </message>
</context>
</TS>
