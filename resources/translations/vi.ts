<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi" sourcelanguage="en">
<context>
    <name>inspector_app</name>
    <message>
        <source>A count cannot be negative.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A document type or entity is declared; forms have none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A reason is needed.</source>
        <translation>Cần nêu lý do.</translation>
    </message>
    <message>
        <source>Add {name}=… to the parameters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers shown as saved are safe. You can go on working; if something looks wrong, close the program and open it again. Please send the report below to the office: it names places in the program, and may quote the value being worked on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin with the highest class; each number once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin with the highest threshold; points fall with the thresholds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a file whose name ends in .cchc. Nothing was changed.</source>
        <translation>Hãy chọn tệp có đuôi .cchc. Chưa có gì thay đổi.</translation>
    </message>
    <message>
        <source>Choose a longer one, for example four unrelated words.</source>
        <translation>Hãy chọn mật khẩu dài hơn, ví dụ bốn từ không liên quan đến nhau.</translation>
    </message>
    <message>
        <source>Choose a step that divides the maximum, such as 0.25.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose from a calendar (Alt+Down)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the other window and try again. The data is safe.</source>
        <translation>Hãy đóng cửa sổ kia rồi thử lại. Dữ liệu vẫn an toàn.</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct the cells listed and try again. Nothing was changed.</source>
        <translation>Hãy sửa các ô được liệt kê rồi thử lại. Chưa có gì thay đổi.</translation>
    </message>
    <message>
        <source>Create one, or choose another folder.</source>
        <translation>Hãy tạo kho mới hoặc chọn thư mục khác.</translation>
    </message>
    <message>
        <source>Decide it on the Merge page, with both values in view; both are kept until then.</source>
        <translation>Hãy quyết định ở trang Hợp nhất, nơi hiện đủ các giá trị; trước đó mọi giá trị đều được giữ.</translation>
    </message>
    <message>
        <source>Do not write to this disk; restore the latest copy, or ask the office for help.</source>
        <translation>Không ghi thêm vào ổ đĩa này; hãy khôi phục bản sao gần nhất hoặc đề nghị Sở hỗ trợ.</translation>
    </message>
    <message>
        <source>Elements are nested more than {limit} deep.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything is saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fault in the program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the list of choices a column diem with the points of each.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on working</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import its workbook, or receive the bundle that carries it.</source>
        <translation>Hãy nhập tệp Excel của mẫu phiếu hoặc nhận gói dữ liệu có kèm mẫu phiếu đó.</translation>
    </message>
    <message>
        <source>Install the newer version to open it. Nothing was changed.</source>
        <translation>Hãy cài phiên bản mới hơn để mở kho này. Chưa có gì thay đổi.</translation>
    </message>
    <message>
        <source>It is not well-formed XML (line {line}: {reason}).</source>
        <translation type="unfinished"></translation>
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
        <source>Keep one of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave the parameters empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List the visits and use an identifier from the list.</source>
        <translation>Hãy xem danh sách cuộc kiểm tra và dùng mã trong danh sách.</translation>
    </message>
    <message>
        <source>Make the two equal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No commune has the code {unit}.</source>
        <translation>Không có xã, phường, đặc khu nào mang mã {unit}.</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing arose in the period: the denominator is 0.</source>
        <translation type="unfinished"></translation>
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
        <source>Nothing was changed. Correct it and save again.</source>
        <translation>Chưa có gì thay đổi. Hãy sửa lại rồi lưu.</translation>
    </message>
    <message>
        <source>Nothing was changed. Keep the file and install the newer version to receive it.</source>
        <translation>Chưa có gì thay đổi. Hãy giữ tệp và cài phiên bản mới hơn để nhận.</translation>
    </message>
    <message>
        <source>Nothing was changed. Try again; check Caps Lock and the Vietnamese keyboard.</source>
        <translation>Chưa có gì thay đổi. Hãy nhập lại; kiểm tra phím Caps Lock và bộ gõ tiếng Việt.</translation>
    </message>
    <message>
        <source>Open it with its passphrase, or choose an empty folder. Nothing was changed.</source>
        <translation>Hãy mở kho đó bằng mật khẩu của nó hoặc chọn một thư mục trống. Chưa có gì thay đổi.</translation>
    </message>
    <message>
        <source>Recovered after an interruption: {count} typed texts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search by name, with or without accents, and use the five-digit code.</source>
        <translation>Hãy tìm theo tên, có dấu hoặc không dấu, rồi dùng mã năm chữ số.</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sổ kiểm tra</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer {choice} is not among the options.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The best answer earns {best} but the maximum is {maximum}.</source>
        <translation type="unfinished"></translation>
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
        <source>The change could not be saved: {reason}.</source>
        <translation>Chưa lưu được thay đổi: {reason}.</translation>
    </message>
    <message>
        <source>The checklist does not allow it for this item.</source>
        <translation>Mẫu phiếu không cho phép điều này đối với tiêu chí đã chọn.</translation>
    </message>
    <message>
        <source>The checklist has no item {item}.</source>
        <translation>Mẫu phiếu không có tiêu chí {item}.</translation>
    </message>
    <message>
        <source>The classes are not in order.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data in the workspace is safe. Check the stick or folder and try again.</source>
        <translation>Dữ liệu trong kho vẫn an toàn. Hãy kiểm tra USB hoặc thư mục rồi thử lại.</translation>
    </message>
    <message>
        <source>The earlier answer stands.</source>
        <translation>Kết quả trước đó được giữ nguyên.</translation>
    </message>
    <message>
        <source>The expression cannot be read from “{rest}” on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The expression is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The expression is nested more than {limit} deep.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The expression stops too early.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file {file} could not be written or read: {reason}.</source>
        <translation>Không ghi hoặc không đọc được tệp {file}: {reason}.</translation>
    </message>
    <message>
        <source>The folder {folder} already holds a workspace.</source>
        <translation>Thư mục {folder} đã có một kho dữ liệu.</translation>
    </message>
    <message>
        <source>The lower bound is not below the upper bound.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The maximum {maximum} cannot be reached in steps of {step}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The numerator {numerator} is greater than the denominator {denominator}.</source>
        <translation type="unfinished"></translation>
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
        <source>The points go in steps of {step}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The points must lie between 0 and {maximum}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The prefix {name} is not declared.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program met a fault of its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rule {rule} cannot have a maximum of {maximum}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rule {rule} has no options.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rule {rule} has no parameter {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rule {rule} needs a maximum above 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rule {rule} needs the parameter {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The steps of {name} are not in order.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The value of {field} is not usable: {reason}.</source>
        <translation>Giá trị của {field} không dùng được: {reason}.</translation>
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
        <source>The workspace was made by a newer version of the program.</source>
        <translation>Kho dữ liệu được tạo bằng phiên bản mới hơn của chương trình.</translation>
    </message>
    <message>
        <source>There is no function {name}().</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no open conflict {conflict}.</source>
        <translation>Không có xung đột {conflict} đang chờ quyết định.</translation>
    </message>
    <message>
        <source>There is no question named {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no rule {rule}.</source>
        <translation type="unfinished"></translation>
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
        <source>They are now saved: {list}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use a code from the checklist, such as CD04.</source>
        <translation>Hãy dùng mã tiêu chí có trong mẫu phiếu, ví dụ CD04.</translation>
    </message>
    <message>
        <source>Use one of: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Visits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you typed is still on the screen. Free some disk space; the program tries again.</source>
        <translation>Nội dung đã nhập vẫn còn trên màn hình. Hãy giải phóng dung lượng ổ đĩa; chương trình sẽ tự lưu lại.</translation>
    </message>
    <message>
        <source>Write a number such as 0.5.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write digits with a decimal point or comma, such as 0.5.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write for example {low}=70; {high}=100.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write in a few words why; it is printed in the minutes.</source>
        <translation>Hãy ghi ngắn gọn lý do; nội dung này được in trong biên bản.</translation>
    </message>
    <message>
        <source>Write kad (not applicable) or toi_da (full points).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write least index:name, with | between, such as 90:Xuất sắc | 80:Tốt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write least:most, such as 0:100.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write name=value, with ; between.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the points that the item can earn, such as 1.5.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write threshold:points, with | between, such as 100:1 | 75:0.5 | 0:0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write {maximum}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a change in it cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a checklist inside does not fit its name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a file inside has a name that is not allowed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a file inside is larger than its manifest says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at least {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>change {seq} of laptop {device}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dd/mm/yyyy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it cannot be unpacked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it holds another number of changes than it says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it holds other files than its manifest names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is incomplete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its changes do not end where its manifest says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its manifest cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its signature does not fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mau_so_0 cannot be {value}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>received</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the changes of laptop {device} do not follow on each other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the database file is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the disk is write-protected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the key file is damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the tables did not match the ledger and were made again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what was written reads back differently; the stick may be failing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is not a data bundle of this program.</source>
        <translation>{file} không phải là gói dữ liệu của chương trình này.</translation>
    </message>
    <message>
        <source>{item} cannot be marked as not applicable.</source>
        <translation>Không thể đánh dấu {item} là không áp dụng.</translation>
    </message>
    <message>
        <source>{item}: {reason}</source>
        <translation>{item}: {reason}</translation>
    </message>
    <message>
        <source>{least} to {most}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{low} must be less than {high}, and both within 0 and 100.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{member} was altered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is given twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is not known here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} must be above 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}() needs questions, not a computed value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}() takes {wanted} values, not {given}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: {text} is not a usable number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{part} is not a class.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{part} is not a parameter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{part} is not a step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{record} is in dispute between {authors}.</source>
        <translation>{record} đang có xung đột giữa {authors}.</translation>
    </message>
    <message>
        <source>{where} does not follow on the one before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{where} was altered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}” can be read in two ways. Write {whole} for the whole number, {decimal} for the decimal one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}” is not a date. Write day/month/year, for example 05/03/2026.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}” is not a number. Write for example 1234,5.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
