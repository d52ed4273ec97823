import type { Settings } from './settings'

const minuteMs = 60_000
const hourMs = 60 * minuteMs
const dayMs = 24 * hourMs

/** What a fresh desk starts with: promises around the clock, 24 hours a day. */
export const defaultSettings: Settings = {
  theme: 'system',
  density: 'comfortable',
  textScale: 100,
  sendKey: 'ctrl-enter',
  sendHoldMs: 5000,
  notifications: {
    newTicket: true,
    customerWrote: true,
    atRisk: true,
    breached: true,
    showText: false,
    doNotDisturb: false,
  },
  promises: {
    low: { firstReplyMs: 8 * hourMs, nextReplyMs: 12 * hourMs, resolutionMs: 5 * dayMs },
    medium: { firstReplyMs: 2 * hourMs, nextReplyMs: 4 * hourMs, resolutionMs: 2 * dayMs },
    high: { firstReplyMs: 30 * minuteMs, nextReplyMs: hourMs, resolutionMs: 8 * hourMs },
    critical: { firstReplyMs: 15 * minuteMs, nextReplyMs: 30 * minuteMs, resolutionMs: 4 * hourMs },
  },
  warnPercent: 20,
  reopenWindowMs: 7 * dayMs,
  autoCloseMs: 5 * dayMs,
  intake: {
    form: { isOn: false, questions: [] },
    acknowledge: { topic: false, bot: true, privateChat: false },
    acknowledgement: {},
  },
  chatRule: 'chosen',
  tiers: ['VIP', 'Premium', 'Standard'],
  withoutGroup: false,
}
