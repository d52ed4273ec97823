/** Lets so much real time pass, ms. */
export const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
