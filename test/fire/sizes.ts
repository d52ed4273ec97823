/**
 * How much is thrown at the desk: what fits a build, or with `npm run fire` all of it. `appKills` end the app with its
 * window, `kills` the desk alone.
 */
const inBuild = {
  ...{ schedules: 3, updates: 300, kills: 12, appKills: 50, cuts: 4, bits: 1, hours: 2 },
}
const allOfIt = {
  ...{ schedules: 60, updates: 10_000, kills: 300, appKills: 300, cuts: 50, bits: 10, hours: 24 },
}

export const isAllOfIt = process.env.TOPICDESK_FIRE === 'all'
export const sizes = isAllOfIt ? allOfIt : inBuild

/** Everything by chance follows from it; printed with each report, and TOPICDESK_SEED=n plays that again. */
export const seed = Number(process.env.TOPICDESK_SEED ?? 20261121)
