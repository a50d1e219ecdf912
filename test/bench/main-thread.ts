import type { Browser, CDPSession, Page } from 'playwright'

interface TraceEvent {
  name: string
  ph: string
  pid: number
  tid: number
  /** Microseconds of processor time. */
  tdur?: number
  args?: { name?: string }
}

/**
 * Milliseconds of processor time of the longest task of the page's main thread while `work` runs, from the browser's
 * own trace. Processor time, because on a busy machine the clock on the wall also counts the tasks of others.
 */
export async function longestTask(browser: Browser, page: Page, work: () => Promise<void>): Promise<number> {
  await browser.startTracing(page, {
    categories: ['toplevel', '__metadata', 'disabled-by-default-devtools.timeline'],
  })
  await work()
  const trace: { traceEvents: TraceEvent[] } = JSON.parse((await browser.stopTracing()).toString())
  const events = trace.traceEvents
  const mains = new Set(
    events
      .filter((event) => event.name === 'thread_name' && event.args?.name === 'CrRendererMain')
      .map((event) => `${event.pid} ${event.tid}`),
  )
  const tasks = events.filter(
    (event) => event.ph === 'X' && event.name.endsWith('RunTask') && mains.has(`${event.pid} ${event.tid}`),
  )
  if (tasks.length === 0) throw new Error('The trace names no task of the main thread.')
  return Math.max(...tasks.map((event) => event.tdur ?? 0)) / 1_000
}

/** Processor time of the page's main thread during `lengthMs`, in per cent of one processor. */
export async function busyShare(page: Page, lengthMs: number): Promise<number> {
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  const before = await taskSeconds(session)
  await page.waitForTimeout(lengthMs)
  const after = await taskSeconds(session)
  await session.detach()
  return ((after - before) / (lengthMs / 1_000)) * 100
}

async function taskSeconds(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics')
  const found = metrics.find((metric) => metric.name === 'TaskDuration')
  if (found === undefined) throw new Error('The browser does not say how long its tasks took.')
  return found.value
}
