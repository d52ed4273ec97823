import type { IncomingMessage, StoredMedia } from '../../../../../src-main/core/conversation/message'
import type { IntakeQuestion } from '../../../../../src-preload/contract/intake'

/** A question with what a test does not care about filled in. */
export function question(
  more: Partial<IntakeQuestion> & Pick<IntakeQuestion, 'key' | 'kind'>,
): IntakeQuestion {
  return {
    text: `What is ${more.key}?`,
    label: more.key,
    required: true,
    options: [],
    onlyIf: null,
    maxLength: null,
    min: null,
    max: null,
    ...more,
  }
}

export const category = question({
  key: 'category',
  kind: 'category',
  options: [
    { value: 'billing', label: 'Billing' },
    { value: 'delivery', label: 'Delivery' },
    { value: 'else', label: 'Something else altogether' },
  ],
})
export const orders = question({
  ...{ key: 'orders', kind: 'number', required: false, min: 1, max: 500.5 },
  onlyIf: { key: 'category', value: 'delivery' },
})
export const details = question({ key: 'details', kind: 'text', required: false, maxLength: 20 })
export const urgency = question({
  key: 'urgency',
  kind: 'urgency',
  options: [
    { value: 'calm', label: 'Calm', priority: 'low' },
    { value: 'urgent', label: 'Urgent', priority: 'high' },
  ],
})
export const reach = question({ key: 'reach', kind: 'contact', required: false })
export const wholeForm = [category, orders, details, urgency, reach] as const

/** A customer's message to the bot. */
export function toBot(more: Partial<IncomingMessage>): IncomingMessage {
  return {
    ...{ chatId: '90.20', topicId: 0, number: 1, senderId: '20', isOwn: false, randomId: null },
    ...{
      sentAt: '2025-03-03T09:00:00.000Z',
      text: '',
      entities: [],
      media: [],
      albumId: null,
      replyTo: null,
    },
    ...more,
  }
}

export const photo: StoredMedia = {
  kind: 'photo',
  fileId: 'p',
  name: 'p.jpg',
  mime: 'image/jpeg',
  sizeBytes: 1,
  width: 1,
  height: 1,
  thumb: null,
  locator: 'x',
}
