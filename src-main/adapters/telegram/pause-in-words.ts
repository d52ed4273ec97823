/** "4 minutes", "28 seconds": as a person would say it. */
export function pauseInWords(ms: number): string {
  const seconds = Math.ceil(ms / 1000)
  const [count, unit] =
    seconds < 90
      ? [seconds, 'second']
      : seconds < 5_400
        ? [Math.ceil(seconds / 60), 'minute']
        : [Math.ceil(seconds / 3_600), 'hour']
  return `${count} ${unit}${count === 1 ? '' : 's'}`
}
