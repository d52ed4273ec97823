/** The time in every scene: Tuesday 4 March 2025, 10:05 UTC. */
export const now = Date.UTC(2025, 2, 4, 10, 5)
export const second = 1000
export const minute = 60 * second
export const hour = 60 * minute
export const day = 24 * hour
