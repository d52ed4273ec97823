import type { SettingsPatch } from '../../src-preload/contract/settings'

const minuteMs = 60_000

/** Short promises, so that a demo shows a clock that warns and breaks while one watches. */
export const demoSettings: SettingsPatch = {
  sendHoldMs: 2_000,
  warnPercent: 40,
  promises: {
    medium: { firstReplyMs: 2 * minuteMs, nextReplyMs: 3 * minuteMs, resolutionMs: 30 * minuteMs },
  },
}
