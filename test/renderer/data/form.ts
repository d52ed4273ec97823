import type { IntakeSettings } from '../../../src-preload/contract/intake'

/** A form with every kind of question, a condition, and words of the team's own. */
export const fernlineIntake: IntakeSettings = {
  form: {
    isOn: true,
    questions: [
      {
        key: 'category',
        kind: 'category',
        text: 'What is it about?',
        label: 'Category',
        required: true,
        options: [
          { value: 'bike', label: 'My bike' },
          { value: 'order', label: 'An order' },
          { value: 'payment', label: 'A payment' },
          { value: 'other', label: 'Something else' },
        ],
        onlyIf: null,
        maxLength: null,
        min: null,
        max: null,
      },
      {
        key: 'order_number',
        kind: 'number',
        text: 'What is the number of your order?',
        label: 'Order number',
        required: true,
        options: [],
        onlyIf: { key: 'category', value: 'order' },
        maxLength: null,
        min: 1000,
        max: null,
      },
      {
        key: 'urgency',
        kind: 'urgency',
        text: 'How urgent is it?',
        label: 'Urgency',
        required: true,
        options: [
          { value: 'today', label: 'I cannot ride', priority: 'high' },
          { value: 'soon', label: 'In the next days', priority: 'medium' },
          { value: 'later', label: 'It can wait', priority: 'low' },
        ],
        onlyIf: null,
        maxLength: null,
        min: null,
        max: null,
      },
      {
        key: 'contact',
        kind: 'contact',
        text: 'How can we reach you if this chat is closed?',
        label: 'Contact',
        required: false,
        options: [],
        onlyIf: null,
        maxLength: null,
        min: null,
        max: null,
      },
    ],
  },
  acknowledge: { topic: false, bot: true, privateChat: false },
  acknowledgement: {
    en: 'Thank you, {name}. Your ticket is {code}. A mechanic answers {time}.',
    fi: 'Kiitos, {name}. Vastaamme {time}.',
  },
}
