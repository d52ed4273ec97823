/** A pause that can be cut short. */
export class Rest {
  private wakeUp: () => void = () => {}

  async for(ms: number): Promise<void> {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms)
      this.wakeUp = () => {
        clearTimeout(timer)
        resolve()
      }
    })
    this.wakeUp = () => {}
  }

  cut(): void {
    this.wakeUp()
  }
}
