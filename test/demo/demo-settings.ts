import type { IntakeForm, IntakeQuestion } from '../../src-preload/contract/intake'
import type { SettingsPatch } from '../../src-preload/contract/settings'

const minuteMs = 60_000

type Choice = IntakeQuestion['options'][number]

const choice = (key: string, kind: 'category' | 'urgency', words: string, options: readonly Choice[]) => ({
  ...{ key, kind, text: words, label: kind === 'category' ? 'Category' : 'Urgency', required: true },
  ...{ options: [...options], onlyIf: null, maxLength: null, min: null, max: null },
})

/** What Fernline's bot asks before an agent reads along. */
export const demoForm: IntakeForm = {
  isOn: true,
  questions: [
    choice('category', 'category', 'What is it about?', [
      { value: 'bike', label: 'My bike' },
      { value: 'rental', label: 'A rental' },
      { value: 'payment', label: 'A payment' },
    ]),
    choice('urgency', 'urgency', 'How urgent is it?', [
      { value: 'now', label: 'I cannot ride', priority: 'high' },
      { value: 'soon', label: 'In the next days', priority: 'medium' },
      { value: 'later', label: 'It can wait', priority: 'low' },
    ]),
  ],
}

/** Short promises, so that a demo shows a clock that warns and breaks while one watches. */
export const demoSettings: SettingsPatch = {
  sendHoldMs: 2_000,
  warnPercent: 40,
  promises: {
    medium: { firstReplyMs: 2 * minuteMs, nextReplyMs: 3 * minuteMs, resolutionMs: 30 * minuteMs },
  },
  intake: { form: demoForm },
}
