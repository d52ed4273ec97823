import {
  CircleGauge,
  Hash,
  ListChecks,
  type LucideIcon,
  PhoneCall,
  Shapes,
  TextCursorInput,
} from 'lucide-react'
import type { QuestionKind } from '../../../src-preload/contract/intake-lists'

/** Each kind of question: its name, what it takes, and its icon. */
export const kindWords: Readonly<
  Record<QuestionKind, { readonly title: string; readonly takes: string; readonly icon: LucideIcon }>
> = {
  category: { title: 'Category', takes: 'Buttons. Ready-made.', icon: Shapes },
  urgency: { title: 'Urgency', takes: 'Buttons that set the priority. Ready-made.', icon: CircleGauge },
  contact: {
    title: 'Contact',
    takes: 'A shared number, a phone number or an email address.',
    icon: PhoneCall,
  },
  choice: { title: 'Choice', takes: 'Buttons.', icon: ListChecks },
  text: { title: 'Text', takes: 'Words.', icon: TextCursorInput },
  number: { title: 'Number', takes: 'A number.', icon: Hash },
}

/** In the order they are offered. */
export const offeredKinds: readonly QuestionKind[] = [
  'category',
  'urgency',
  'contact',
  'choice',
  'text',
  'number',
]
