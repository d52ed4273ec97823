import type { Story } from './story'

/**
 * What people write where the others do not see it: to the bot, and to an agent they know. A bot's customer waits for
 * its question before each choice, whoever asks it; the choices are those of the demo's form.
 */
export const PRIVATE_STORIES: readonly Story[] = [
  {
    customer: 'Elif',
    at: 'bot',
    title: 'Refund for a broken lock',
    first: 'Hello, the lock of my bike broke and I had to pay for a taxi.',
    steps: [
      { do: 'wait-for-answer', nudge: 'Hello?' },
      { do: 'choose', text: 'A payment' },
      { do: 'wait-for-answer', nudge: 'Is there another question?' },
      { do: 'choose', text: 'In the next days' },
      { do: 'wait-for-answer', nudge: 'Is that all?' },
      { do: 'photo', seed: 41, caption: 'This is the lock.' },
      { do: 'share-contact' },
      { do: 'wait-for-answer', nudge: 'Has somebody seen my message?' },
      { do: 'read' },
      { do: 'write', text: 'The taxi was 18.40 €. Shall I send the receipt?' },
      { do: 'edit', text: 'The taxi was 18.90 €. Shall I send the receipt?' },
      {
        do: 'document',
        name: 'taxi.txt',
        mime: 'text/plain',
        text: 'Taxi Harbour Gate - Lindenweg\n18.90 EUR\n',
        caption: '',
      },
      { do: 'wait-for-answer', nudge: 'Did the receipt arrive?' },
      { do: 'reply', text: 'Thank you, that was quick.' },
    ],
  },
  {
    customer: 'Pavel',
    at: 'bot',
    title: 'Child seat for Sunday',
    first: 'Do you have a child seat for Sunday? For a girl of four.',
    steps: [
      { do: 'wait-for-answer', nudge: 'Hello?' },
      { do: 'choose', text: 'A rental' },
      { do: 'wait-for-answer', nudge: 'Is there another question?' },
      { do: 'choose', text: 'It can wait' },
      { do: 'wait-for-answer', nudge: 'Is that all?' },
      { do: 'album', seeds: [51, 52], caption: 'These are the seats I have now.' },
      { do: 'wait-for-answer', nudge: 'Would one of them fit?' },
      { do: 'write', text: 'Good, I take it.' },
    ],
  },
  {
    customer: 'Jonas',
    at: 'agent',
    title: 'A word about the contract',
    first: 'Hi Anna, could you have a look at our company contract? It ends in June.',
    steps: [
      { do: 'write', text: 'The number is FC-2291.' },
      { do: 'wait-for-answer', nudge: 'No hurry, but tell me when you have seen it.' },
      { do: 'read' },
      { do: 'reply', text: 'Perfect, then we go on as before.' },
    ],
  },
]
