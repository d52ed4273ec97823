/** Text as only an attacker or an accident writes it. It must be shown, and must break nothing. */
export const hostileTitle = `<img src=x onerror=alert(1)> \u202Etfel ot thgir\u202C <b>bold</b> ${'very long '.repeat(9).trim()}`
export const hostileName = 'Ev\u200Be\u202E\u2066 Admin\u2069 <script>alert(1)</script>'
export const longWord = 'Donaudampfschifffahrts'.repeat(187).slice(0, 4096)
export const family = '👩‍👩‍👧‍👦👨🏽‍🚀🏳️‍🌈🇫🇮e\u0301\u0327\u0323'
export const arabic = 'مرحبا، رمز الخزانة DSA-312 لا يعمل منذ الأمس (مرتين).'
export const zalgo = `Z${'\u0335\u0327\u0300\u0310\u0344'.repeat(12)}algo`
