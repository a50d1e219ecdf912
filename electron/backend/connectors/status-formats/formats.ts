import type { FeedDialect, JsonFormat } from './status-format.ts'
import { aws } from './vendors/aws.ts'
import { google } from './vendors/google.ts'
import { rootly } from './vendors/rootly.ts'
import { slack } from './vendors/slack.ts'
import { statuspage } from './vendors/statuspage.ts'

/** Every JSON format there is, the more particular first: the first that recognises a document reads it. */
export const JSON_FORMATS: readonly JsonFormat[] = [statuspage, rootly, slack, google, aws]

/** Ways of writing a feed, the more particular first; what none recognises is a plain feed. */
export const FEED_DIALECTS: readonly FeedDialect[] = []
