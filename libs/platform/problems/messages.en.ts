import type { MessageCode } from './messages.vi.js';

/** The same messages in English. */
export const MESSAGES_EN: Readonly<Record<MessageCode, string>> = {
  'http.400': 'Bad request',
  'http.401': 'Not signed in',
  'http.403': 'Not allowed',
  'http.404': 'Not found',
  'http.405': 'Operation not supported',
  'http.408': 'Timed out',
  'http.409': 'The data has changed',
  'http.410': 'No longer valid',
  'http.412': 'Changed by somebody else',
  'http.413': 'Too large',
  'http.414': 'Address too long',
  'http.415': 'Format not supported',
  'http.422': 'The data is not right',
  'http.428': 'Version of the data is missing',
  'http.429': 'Too many requests',
  'http.431': 'Headers too large',
  'http.500': 'Internal error',
  'http.503': 'Temporarily unavailable',

  internal: 'Something unexpected went wrong. Try again; if it stays, tell the administrator the correlation id.',
  'service.unavailable': 'The service is busy or restarting. Try again in a few minutes.',
  'service.busy':
    'Something else has kept this data for too long, and nothing was written. Send it again in a moment: it will not count twice.',
  'storage.unwritable':
    'The server could write nothing because its disk is full or failing. Keep this page open, ask the administrator to free the disk, then send it again.',
  'request.malformed': 'The server could not read the request.',
  'request.invalid': 'Some values are not right; see each error.',
  'request.tooLarge': 'The content sent exceeds the size allowed.',
  'request.tooComplex': 'The content sent has too many values, is nested too deep, or holds a number that is too long.',
  'request.encoding': 'The content sent is not UTF-8 text.',
  'request.mediaType': 'The type of the content sent is not supported.',
  'request.timeout': 'The request took too long to arrive. Try again.',
  'request.tooMany': 'Too many requests in a short time. Wait a little and try again.',
  'route.unknown': 'There is no such address.',
  'access.denied': 'Your account may not do this.',
  'precondition.required': 'The request must name the version being changed (If-Match).',
  'idempotency.required': 'A submission must carry an Idempotency-Key.',
  'header.invalid': 'The header {header} is not of the right form.',
  'idempotency.reused': 'This Idempotency-Key was used for other content.',

  'session.missing': 'Sign in to continue.',
  'session.credentials': 'Wrong login or password.',
  'session.link.spent': 'The sign-in link was used already or has expired.',
  'session.csrf': 'The session does not match. Reload the page and try again.',

  'scope.unknown': 'There is no such campaign, cluster, unit or scoring stage.',
  'campaign.exists':
    'A campaign with this code exists already. If it is another one, write another “code” under “campaign” of the file; if it is the same, enter its figures on the sheets.',
  'sheet.stale': 'Somebody saved this sheet after you opened it. Compare both versions before saving.',
  'sheet.nothing': 'The sheet holds nothing to submit.',
  'sheet.superseded':
    '“{stageName}” has scored criterion {criterion} ({by}, {at}); to correct its figure, ask that stage to reopen it first.',
  'sheet.superseded.byFile': 'brought in with a file',
  'reopen.nothing': 'This stage has no score of criterion {criterion} that it could reopen to the stages below.',
  'reopen.reason.missing': 'Reopening a criterion needs a reason.',
  'entries.invalid': 'Some entries are not right; see each error.',
  'file.invalid': 'The competition file is not right; see each error.',
  'rules.unknown': 'There is no such version of the rules.',
  'rules.otherCampaign': 'The file is of campaign {other}, not of {campaign}: write the code of this campaign in it.',
  'rules.membersGone':
    'The file lacks clusters or units of the campaign, or has them in another cluster ({count}): {names}. Put them back where they were.',
  'rules.notDraft': 'These rules are no draft any more: they were withdrawn, or newer ones are in force.',
  'rules.moved':
    'Figures were submitted, or other rules came into force, after the comparison was made. Compare again, then apply.',
  'rules.entries': 'Figures already submitted would be wrong by these rules; see each error.',
  'rules.basis.missing': 'Name the document by which the rules were decided.',
  'rules.reason.missing': 'Applying other rules needs a reason.',
  'ranking.faulty':
    'A condition of a class or reward divides by zero, so that the result is not known. Correct the figures of the units named, or the rule.',
  'ranking.behind': 'The ranking is being recomputed from newer figures. Look at the new result first.',
  'review.unknown': 'There is no such review.',
  'review.reason.missing': 'Returning a ranking needs a reason.',
  'review.endorsed':
    '{by} endorsed this ranking at {at}{reason}. Your answer was not recorded; please look again and decide.',
  'review.returned':
    '{by} returned this ranking at {at}{reason}. Your answer was not recorded; please look again and decide.',
  'proposal.unknown': 'There is no such reward proposal.',
  'proposal.decided': 'This reward proposal was decided already.',
  'decision.reason.missing': 'Rejecting a reward proposal needs a reason.',
  'decision.noPlace': 'No place of {reward} is left: {holder} was given it (decision {number}).',
  'decision.excluded': '{unit} was given {other} (decision {number}), and nobody may have {reward} besides.',
  'decision.required': '{reward} is only for who was given {other}. Decide on {other} for {unit} first.',

  'field.unknown': 'There is no such field here.',
  'field.missing': 'A required field is missing.',
  'field.type': 'The value is of the wrong type.',
  'field.range': 'The value is outside the allowed range.',
  'field.text': 'There is a control character, half of a character, or a letter with too many marks.',
};
