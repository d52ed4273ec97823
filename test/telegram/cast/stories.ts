import type { Story } from './story'

const STATEMENT = [
  'Fernline statement, March',
  '03 March  Monthly plan      39.00 EUR',
  '03 March  Monthly plan      39.00 EUR  (pending)',
  '',
].join('\n')

/** What people write to a company that rents out bicycles. Some are patient, some are not, some write their own language. */
export const STORIES: readonly Story[] = [
  {
    customer: 'Mira',
    title: 'Charged twice for March',
    first: 'Hello, my card was charged twice for March. Could you check?',
    steps: [
      {
        do: 'document',
        name: 'statement-march.txt',
        mime: 'text/plain',
        text: STATEMENT,
        caption: 'Both payments are on this page.',
      },
      { do: 'wait-for-answer', nudge: 'Is there any news? My bank still shows it as pending.' },
      { do: 'read' },
      { do: 'write', text: 'Thank you. I need it back before Monday, the rent is due.' },
      { do: 'edit', text: 'Thank you. I need it back before Friday, the rent is due.' },
      { do: 'wait-for-answer', nudge: 'Sorry to ask again. Is the second payment released?' },
      { do: 'read' },
      { do: 'reply', text: 'It has arrived. Thanks for looking into it so quickly.' },
      { do: 'close' },
    ],
  },
  {
    customer: 'Lena',
    title: 'App shows my bike offline after update',
    first: 'Since the update this morning the app says my bike is offline. It stands right in front of me.',
    steps: [
      { do: 'write', text: 'Ich habe die App schon zweimal neu gestartet, es ändert nichts.' },
      { do: 'photo', seed: 11, caption: 'This is the bike, FL-2087' },
      { do: 'wait-for-answer', nudge: 'Still offline. I must be at work in 20 minutes.' },
      { do: 'read' },
      { do: 'type' },
      { do: 'write', text: 'Now it is green. What did you do?' },
    ],
  },
  {
    customer: 'Osei',
    title: 'Locker code is not accepted',
    first: 'The code from the mail gives a red light every time. Locker 14 at Harbour Gate.',
    steps: [
      {
        do: 'write',
        text: 'Code I typed: 4471 907. Help page I followed: https://fernline.example/lockers',
        entities: [
          { kind: 'code', offset: 14, length: 8 },
          { kind: 'url', offset: 45, length: 32 },
        ],
      },
      { do: 'wait-for-answer', nudge: 'I am still standing here, it starts to rain.' },
      { do: 'reply', text: 'That one works. You saved my afternoon.' },
      { do: 'close' },
    ],
  },
  {
    customer: 'Elif',
    title: 'Change delivery address before Friday',
    first: 'My new bike is to be delivered on Friday, but I will not be at home.',
    steps: [
      { do: 'write', text: 'Could you send it to the office instead? Lindenweg 8, 4th floor, ask for Elif.' },
      { do: 'edit', text: 'Could you send it to the office instead? Lindenweg 18, 4th floor, ask for Elif.' },
      { do: 'wait-for-answer', nudge: 'Merhaba, adres değişikliği yapıldı mı?' },
      { do: 'read' },
      { do: 'write', text: 'Teşekkürler! See you on Friday then 🚲' },
    ],
  },
  {
    customer: 'Tomás',
    title: 'Invoice without VAT number',
    first: 'Hi, our invoice for April came without the VAT number again.',
    steps: [
      { do: 'write', text: 'Necesito el CIF en la factura, por favor: B-58818501.' },
      { do: 'wait-for-answer', nudge: '¿Hay alguna novedad con la factura?' },
      { do: 'read' },
      { do: 'write', text: 'Perfecto, gracias.' },
      { do: 'close' },
    ],
  },
  {
    customer: 'Hanna',
    title: 'Battery loses a third overnight',
    first: 'Fully charged in the evening, 68 % in the morning. Parked indoors, nothing switched on.',
    steps: [
      { do: 'wait-for-answer', nudge: 'It did it again last night: 66 %.' },
      { do: 'read' },
      { do: 'album', seeds: [21, 22, 23], caption: 'Here are the photos of the display you asked for.' },
      { do: 'write', text: 'Tack för hjälpen! When can I bring it in?' },
      { do: 'wait-for-answer', nudge: 'Any day next week would do for me.' },
      { do: 'reply', text: 'Tuesday is fine.' },
    ],
  },
  {
    customer: 'Pavel',
    title: 'Group ride for twelve people',
    first:
      'We are twelve colleagues and would like to rent bikes for one Saturday in June. Is there a price for groups?',
    steps: [
      { do: 'write', text: 'We would start at nine on Saturday.' },
      { do: 'write', text: 'Two of us need a small frame, about 155 cm.' },
      { do: 'wait-for-answer', nudge: 'No hurry, but I should tell the others by Wednesday.' },
      { do: 'read' },
      { do: 'write', text: 'Good price. Please book it, I will send the names.' },
    ],
  },
  {
    customer: 'Jonas',
    title: 'Cannot sign in on the new phone',
    first: 'New phone, same number, and the app does not let me in. It says the account is in use.',
    steps: [
      { do: 'write', text: 'forget it' },
      { do: 'remove' },
      { do: 'wait-for-answer', nudge: 'Could someone release the old phone?' },
      { do: 'reply', text: 'The one that ends in 42.' },
      { do: 'wait-for-answer', nudge: 'Are you still there?' },
      { do: 'write', text: 'I am in. Thanks!' },
      { do: 'close' },
    ],
  },
  {
    customer: 'Zahra',
    title: 'Where is my replacement charger?',
    first: 'Bonjour, le chargeur de remplacement devait arriver lundi. Toujours rien.',
    steps: [
      { do: 'wait-for-answer', nudge: 'Bonjour, avez-vous un numéro de suivi ?' },
      { do: 'read' },
      { do: 'write', text: 'Merci. The courier says Thursday, that is fine.' },
    ],
  },
  {
    customer: 'Ines',
    title: 'Flat tyre at Mill Bridge',
    first: 'Back tyre is flat, I am at Mill Bridge with a child on the seat.',
    steps: [
      { do: 'photo', seed: 31, caption: '' },
      { do: 'wait-for-answer', nudge: 'Can somebody come? Estamos à espera.' },
      { do: 'reply', text: 'Fifteen minutes is fine. We are at the café on the corner.' },
      { do: 'wait-for-answer', nudge: 'He is here, thank you.' },
      { do: 'close' },
    ],
  },
]
