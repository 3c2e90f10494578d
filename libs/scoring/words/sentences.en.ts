import type { SENTENCES_VI } from './sentences.vi.js';

/** A sentence for each that the Vietnamese catalogue has, with the same params. */
type Same<T> = { readonly [K in keyof T]: T[K] extends string ? string : Same<T[K]> };

/** The same sentences in English. */
export const SENTENCES_EN: Same<typeof SENTENCES_VI> = {
  'file.syntax': {
    any: 'The file cannot be read: its syntax is wrong here.',
    trailing: 'There is text after the end of the document: remove it, or look for a bracket too many.',
    depth: 'Brackets and keys nest deeper than 64 levels.',
    key: 'A key in double quotes is expected here, such as “name”; look for a comma too many.',
    comma: 'A decimal is written with a point[: {point} instead of {value}].',
    colon: 'A colon “:” must follow the key.',
    objectEnd: 'A comma “,” between two keys or a closing “}” is missing.',
    listEnd: 'A comma “,” between two items or a closing “]” is missing.',
    control: 'There is a control character (line end, tab) in quotes: write it on one line, or as “\\n”.',
    unclosed: 'The text that begins here has no closing quote.',
    bracket: 'The “{open}” that stands here is never closed: write “{close}” at the end of what it opens.',
    surrogate: 'A character is broken (half of a surrogate pair): type the text again.',
    accents: 'A letter carries more than 30 marks: type the text again.',
    escape: 'The character after the backslash “\\” is not allowed; a backslash itself is written “\\\\”.',
    early: 'The file ends too early: look for closing brackets, or for a file that was cut off.',
    value: 'A value is expected here: a number, text in quotes, a list or an object.',
    tooManyRepeated: 'Too many keys are repeated; the check stops here.',
    repeated: 'The key “{key}” is written twice in one object: keep one.',
    encoding: 'The file is not UTF-8 text: save it in UTF-8.',
    documents: 'The file must be exactly one YAML document: remove what “---” separates.',
    plainKey: 'A key must be plain text, not a list or an object.',
    alias: 'The alias “*{name}” names nothing that was finished before it.',
    aliases: 'Aliases “*” make the document too large (more than {most:figure} values or {depth:figure} levels).',
    size: 'The YAML file has more than {most:figure} characters; larger files are written as JSON.',
    keys: 'An object has more than {most:figure} keys.',
    items: 'A list has more than {most:figure} items.',
    marks: 'The file has more than {most:figure} anchors, aliases, tags and directives.',
    comments: 'The file has more than {most:figure} comments.',
    faults: 'More than {most:figure} places of the file are no YAML: is it the right file?',
    more: 'From line {line} on there are {more:figure} more syntax errors, which may follow from those above: correct those first, then check again.',
    ALIAS_PROPS: 'An alias “*” takes neither anchor nor tag.',
    BAD_ALIAS: 'The name after “*” or “&” is wrong; text that begins with such a sign stands in quotes.',
    BAD_DIRECTIVE: 'The directive that begins with “%” is wrong.',
    BAD_DQ_ESCAPE: 'In quotes, the character after the backslash “\\” is not allowed.',
    BAD_INDENT:
      'The indentation of line {line} is wrong: keys of one object stand below each other, behind as many spaces; compare it with the line above.',
    BAD_PROP_ORDER: 'Anchors and tags stand before the value, after “-” or “:”.',
    BAD_SCALAR_START: 'Text must not begin with this character: put it in quotes.',
    BLOCK_AS_IMPLICIT_KEY: 'A line has two colons; text with “: ” stands in quotes.',
    BLOCK_IN_FLOW: 'Within “{ }” or “[ ]” no list or object may be written by lines.',
    DUPLICATE_KEY: 'A key is written twice in one object.',
    IMPOSSIBLE: 'This cannot be read as YAML.',
    KEY_OVER_1024_CHARS: 'A key has more than 1,024 characters: look for a missing quote.',
    MISSING_CHAR: 'A sign is missing here: a comma, quote, closing bracket or colon.',
    MULTILINE_IMPLICIT_KEY: 'A key must stand on one line: look at colons and quotes.',
    MULTIPLE_ANCHORS: 'A value has one anchor “&” at most.',
    MULTIPLE_DOCS: 'The file must be exactly one YAML document.',
    MULTIPLE_TAGS: 'A value has one tag “!” at most.',
    NON_STRING_KEY: 'A key must be text.',
    RESOURCE_EXHAUSTION: 'The file is too large in structure to be read.',
    TAB_AS_INDENT: 'The line begins with a tab: indent with spaces.',
    TAG_RESOLVE_FAILED: 'Tags “!” are not used in this format: remove it.',
    UNEXPECTED_TOKEN: 'This is not expected here: look at quotes and indentation.',
    BAD_COLLECTION_TYPE: 'The tag does not fit the value: remove it.',
  },
  'file.format': 'The file must say “format: {expected}”: is it the right file?',
  'field.unknown': {
    any: 'The key “{key}” is not known here: remove it, or correct its name.',
    comma:
      'This looks like a decimal with a comma: write {point} instead of {value} (do not just remove what follows the comma).',
  },
  'field.missing': '{key:key} is missing: add it.',
  'field.type': {
    any: '{expected:expected} is expected here.',
    nothing: '{expected:expected} is expected here; nothing is written.',
    choice: 'One of these is expected here: {values:values}.',
    quoteText:
      'Text is expected here: write "{value}" in quotes[, also at {more:figure} other places that write it (lines {lines})].',
    quote:
      'A code is text: write "{value}" in quotes[, also at {more:figure} other places that write it (lines {lines})].',
    comma: 'A decimal is written with a point: {point} instead of {value}.',
  },
  'field.range': {
    any: 'The value is outside what is allowed.',
    empty: 'It must not be empty.',
    long: 'The text has more than {most:figure} characters.',
    surrogate: 'A character is broken (half of a surrogate pair): type the text again.',
    accents: 'A letter carries more than 30 marks: type the text again.',
    code: 'A code has 1 to 64 letters, digits, “.”, “_” or “-”, the first a letter or digit.',
    digits: 'A number of more than {most:figure} significant digits stands in quotes, so that it is not rounded.',
    size: 'The number has more than {most:figure} digits before or after the point.',
    count:
      'A whole number of at least 0 is expected[; if {meant} is meant, write {meant}: in the file {written} has decimals].',
    date: 'A date is written year-month-day, such as “2022-12-31”.',
    day: 'There is no such day as “{value}”: look at its month and day.',
    noNumber: '“{value}” is no number: write one.',
    choice: 'One of these is expected: {values:values}.',
    sheet: 'This sheet is of {key:place} “{expected}”[ ({name})]: name no other {key:place}.',
    min: 'The value must be at least {least:figure}.',
    over: 'The value must be greater than {over:figure}.',
    max: 'The value is at most {most:figure}.',
    many: '{key:key}: there are {count:figure}, more than the {most:figure} that are possible; remove some.',
    cells:
      '{units:figure} units, with the criteria of their scales and the rounds, have {product:figure} points, more than the {most:figure} that are possible: use fewer criteria or rounds, or split the file.',
    sums: '{units:figure} units, with the parts and groups of their scales and the rounds, have {product:figure} sums, more than the {most:figure} that are possible: use fewer parts, groups or rounds, or split the file.',
    standings:
      '{units:figure} units times {rounds:figure} rounds is {product:figure}, more than the {most:figure} that are possible: use fewer rounds, or split the file.',
    rankings:
      '{clusters:figure} clusters times {rounds:figure} rounds is {product:figure}, more than the {most:figure} that are possible: use fewer rounds, or split the file.',
    rows: '{clusters:figure} clusters times {rules:figure} rewards, classes and kinds of facts is {product:figure}, more than the {most:figure} that are possible: remove some, or split the file.',
    questions:
      'Conditions take {steps:figure} steps for each unit, times {units:figure} units {product:figure}, more than the {most:figure} that are possible: shorten or remove some, the long ones first, or split the file.',
    between: 'The value must lie between {least:figure} and {most:figure}.',
    decimals:
      'This scale keeps {digits:figure} decimals: write no more than {digits:figure} after the point[; if {meant} is meant, write {meant} without the point].',
    decimal: 'A decimal in quotes is expected, with at most 6 digits after the point.',
    order:
      'The end must not come before the start, nor the most lie below the least: look at both values[; if {written} stands for {meant}, write {meant} without the point].',
    version: 'A version is a whole number from 1 to 1,000,000.',
    percent: 'A per cent must lie between 0 and 100.',
    share: 'A share between 0 and 1 is written “2/3”, “90%” or as a decimal such as 0.9.',
    depth: 'Groups of criteria nest deeper than {most:figure} levels.',
    minus: 'Within the penalty no criterion has “sign: minus”: the penalty is subtracted as it is.',
    weights: 'At least one weight must be greater than 0.',
    both: 'Write one of the two, not both.',
    neither: 'Write one of “atLeast” and “moreThan”.',
    lower: '“atPlan” goes with higher values only: leave out “atPlan” or “direction: lower”.',
    withoutAtPlan: '“{key}” means nothing without “atPlan”: write “atPlan”, or leave it out.',
    shareOf: 'Write “ranked” (the ranked units), or “class:” and the code of the next class.',
    quotaOf: 'Write “ranked” (the ranked units), or “reward:” and the code of an earlier reward.',
  },
  'ref.unknown': {
    any: 'Nothing in the file has the code “{value}”: correct it, or add what it names.',
    unit: 'There is no unit “{value}”[: a code is wanted, one of {known:codes}].',
    member:
      'The unit “{value}” is not a member of the cluster[ “{cluster}”][: a code is wanted, one of {known:codes}].',
    criterion: 'The scale of the unit has no criterion “{value}”[, but {known:codes}].',
    scale: 'There is no scale “{value}”[: a code is wanted, one of {known:codes}].',
    part: 'Not every scale used has a part “{value}”[: a code is wanted, one of {known:codes}].',
    class: 'There is no class “{value}”[: a code is wanted, not a name, one of {known:codes}].',
    reward: 'There is no reward “{value}”[: a code is wanted, not a name, one of {known:codes}].',
    earlier: 'There is no reward “{value}” earlier in the list[: those earlier are {known:codes}].',
    stage: 'There is no stage “{value}”[: a code is wanted, one of {known:codes}].',
    round: 'There is no round “{value}”[: a code is wanted, one of {known:codes}].',
    fact: 'There is no kind of facts “{value}” that is listed[: a code is wanted, one of {known:codes}].',
  },
  'code.duplicate': {
    any: 'The code “{value}” is used twice: change one.',
    criterion: 'Two criteria of the scale have the code “{value}”.',
    section: 'Two parts or groups of the scale have the code “{value}”.',
    deputy: 'The deputy “{value}” is named twice.',
    list: 'The code “{value}” is named twice in the list.',
    target: 'The unit “{unitName}” already has a target for criterion {value} “{name}”: keep one.',
    notAssigned: 'Criterion {value} “{name}” is listed already as not assigned to the unit “{unitName}”: keep one.',
  },
  'label.duplicate':
    'The name “{value}” is there already[ (“{other}”)], but for white space or how its marks are typed: change or remove one.',
  'unit.headOf.invalid': {
    any: '“{value}” is no collective of another cluster that this person could lead.',
    collective: 'Only an individual leads a collective; “{unitName}” is a collective.',
    unknown: 'There is no collective “{value}” for “{unitName}” to lead.',
    individual: '{value}[ “{name}”] is an individual; what a person (“{unitName}”) leads is a collective.',
    cluster: 'The collective {value}[ “{name}”] must be of another cluster than who leads it (“{unitName}”).',
    leads:
      'In the cluster of the collective {value}[ “{name}”] somebody leads another unit, so that “{unitName}” cannot lead it.',
  },
  'scale.part.unreachable':
    'The criteria of the {section:section} {code}[ “{name}”] come to {reach:figure} points at most, less than its max of {max:figure}.',
  'rule.bands.overlap': {
    any: 'Bands are sorted from low to high and must not overlap.',
    order: 'This band must begin at {end:figure}, where the one before it ends.',
    open: 'The band before this one has no end: write its “to”.',
  },
  'rule.bands.gap': {
    any: 'Values fall between the bands: add a band, or points for all other values (“else”).',
    above: 'No band takes values from {from:figure} on: add one, or “else”.',
    between: 'No band takes values from {from:figure}[ to below {to:figure}]: add one, or “else”.',
  },
  'rule.points.range': 'Points must lie between 0 and {most:figure}, the max of the criterion.',
  'rule.value.range': {
    any: 'A value of the rule is outside what is allowed.',
    min: 'The value must be at least {least:figure}.',
    over: 'The value must be greater than {over:figure}.',
  },
  'rule.formula.invalid': {
    any: 'The formula is not valid.',
    long: 'The formula has more than {most:figure} characters.',
    nodes: 'The formula has more than {most:figure} numbers and operations.',
    incomplete: 'The formula is not complete: look at brackets and at its end.',
    token: 'Part of the formula is not understood: “{text}”.',
    unexpected: '“{text}” is not expected at character {place} of the formula.',
    choice:
      'After the “?” of the formula, a “:” and the value for when the condition does not hold are missing at character {place}.',
    comma: 'A decimal in a formula is written with a point: {point} instead of {value}.',
    unknownOperator:
      'The operator “{text}” is not known here: between two values there are “+”, “-”, “*”, “/” (in conditions also comparisons, “&&”, “||”), before one there is only “-” (in conditions also “!”).',
    syntax: 'The formula is wrong: write it anew.',
    decimal: '“{text}” in the formula is no decimal.',
    number: 'A number is expected at this place of the formula, not a condition.',
    condition: 'A condition is expected at this place of the formula, such as “a > 1”, not a number.',
    expression: 'The expression must be a condition that uses only the names declared.',
    name: 'The name “{value}” cannot be used in the formula: it must be declared, and be a letter or “_”, then letters, digits, “_”.',
    full: 'The name “{value}” is that of the max of the criterion: choose another.',
    operator:
      'Write “{write}” instead of “{text}”: there are “+”, “-”, “*”, “/”, “&&” (and), “||” (or), “!” (not), “==” (equal), “!=” (not equal), “<”, “<=”, “>” and “>=”.',
    function: 'There is no function “{value}”; there are “min”, “max”, “floor”, “ceil”, “abs” and “round”.',
    arguments: 'The function “{value}” takes at least {least:figure} values, and as many as it knows.',
    round: '“round” takes a value and a number of digits written out, 0 to {most:figure}.',
  },
  'ranking.key.unknown': 'Not every scale used has the ranking key “{value}”.',
  'ranking.key.duplicate': 'The ranking key “{value}” is named twice.',
  'ranking.key.class': 'Units are ranked by class only where no class has a share and no unit leads another.',
  'class.share.next': {
    any: 'The share of a class is of the next class in the list.',
    next: '“{value}” is not the next class: a share is of the next one in the list.',
    scope:
      'A share within the cluster cannot be of the class {value} “{name}”, whose own share is of the whole campaign.',
  },
  'class.share.headOf': 'A share of the whole campaign cannot stand beside a unit that leads another.',
  'condition.source.unknown': {
    any: 'The figure “{value}” is not in every scale used, or may not be used in this condition[: there are {known:codes}].',
    meant: 'The figure “{value}” is not written right: it may be “{meant}”.',
    kinds:
      'The figure “{value}” is not written right: write “total”, “base”, “bonus”, “penalty”, or one of “part:”, “group:”, “criterion:”, “value:”, “mean:”, “percent:”, “fact:” and “param:” with a code right behind the colon.',
  },
  'condition.divisionByZero':
    'The condition divides by zero[ for the unit {unit} “{name}”]: correct the expression or the figures.',
  'vote.mustInclude.secret':
    'In a secret ballot nobody knows who was in favour, so no role can be required: leave one of the two out.',
  'entry.duplicate':
    'The unit {unit} “{unitName}” already has an entry for criterion {criterion} “{criterionName}” at stage {stage}[, round {round}]: keep one.',
  'entry.round': {
    any: 'The entry must name its round.',
    none: 'This competition has no rounds: leave “round” out.',
    missing:
      'This competition has rounds: add “round” with the code of the round of the entry[, one of {known:codes}].',
  },
  'entry.notAssigned': 'Criterion {criterion} “{name}” is not assigned to “{unit}”: nothing is entered for it.',
  'entry.value.shape': {
    any: 'The value {key:value} does not fit the rule of the criterion.',
    missing: 'The rule of the criterion needs {key:value}.',
    extra: 'The rule of the criterion does not use {key:value}: remove it.',
    input: 'The formula of the criterion does not use “{key}”: remove it.',
    noInput: 'The formula of the criterion needs “{key}”.',
  },
  'entry.stage.reserved': 'Stage {scoredBy} scores this criterion first; stage {stage} may not.',
  'entry.evidence.missing':
    'This criterion needs at least one evidence item: name a document[ under “evidence”{file}].',
  'entry.reason.missing': {
    any: 'What differs from the stage before needs a reason[, under “reason”{file}].',
    points:
      'The points[ {points:figure}] differ from those of the stage before[, {below:figure}]: give the reason[ under “reason”{file}].',
    figures: 'The figures differ from those of the stage before: give the reason[ under “reason”{file}].',
  },
  'entry.plan.missing': 'There is no plan value: enter it here, assign a target, or write it in the scale.',
  'entry.plan.notPositive': 'The plan value must be greater than 0[, not {plan:figure}].',
  'entry.points.range': 'Points must lie between 0 and {most:figure}, not be {value:figure}.',
  'entry.points.step': 'Points must be a multiple of {step:figure}; {value:figure} is not.',
  'entry.choice.unknown': 'There is no choice “{value}”; choose one of: {values}.',
  'entry.done.unknown': 'There is no item “{value}”; the list has: {values}.',
  'entry.done.repeated': 'The item “{value}” is named twice: keep one.',
  'entry.tally.empty': 'Nothing is counted: enter at least one number under a label that is not exempt.',
  'entry.tally.unknown': 'There is no label “{value}”; the scale counts: {values}.',
  'entry.param.missing': 'The unit lacks the figure “{key}” that the formula reads; the office must add it.',
  'entry.marks.few': 'Marks of at least {least:figure} members are needed; there are {given:figure}.',
  'entry.formula.divisionByZero': 'With these figures the formula divides by zero: look at them again.',
  'vote.count.invalid': {
    any: 'The votes do not fit the number of members.',
    count: 'A whole number of at least {least:figure} is expected.',
    members: 'More took part than there are members.',
    ballots: 'More ballots were cast than members took part.',
    roles: 'A list of the roles of those in favour is expected, each of them text.',
  },

  'criterion.max.unreachable':
    '[Criterion {code} “{name}”: ]whatever is entered gives at most {reach:figure} of {max:figure} points: look at the rule or the max.',
  'rule.band.unmet': 'No value lies in this band, since values are never negative: remove it, or raise its end.',
  'rule.else.unmet': 'The bands take every value: “else” is never used.',
  'rule.weights.sum': {
    any: 'The weights go beyond the max; what is beyond does not count.',
    items: 'The items come to {sum:figure} points, of which {max:figure} count: lower some, or raise the max.',
    weight: 'The weight of “{label}” is above 1: points will be cut at the max.',
  },
  'part.max.cut': {
    any: 'The criteria of the {section:section}[ {code} “{name}”] come to {sum:figure} points, of which {max:figure} count: is that meant?',
    thousands:
      'The max of the {section:section}[ {code} “{name}”] is written “{written}”, which is {max:figure}, while the criteria come to {sum:figure} points: is {meant:figure} meant? Then write {meant}, without a point.',
  },
  'group.max.idle':
    'The criteria and groups[ of the group {code} “{name}”] come to {reach:figure} at most, so that the max of {max:figure} never cuts them.',
  'group.min.idle':
    'What stands in the {section:section}[ {code} “{name}”] comes to {least:figure} at least, so that the least of {min:figure} never raises it.',
  'part.notAssigned':
    'Nothing of the part “{partName}” is assigned to {units:figure} units, the first of them “{name}”, which get 0 for it; “notAssigned: rescaleBase” would make up for that.',
  'trait.unknown': 'No unit has the trait “{trait}”: look at its spelling.',
  'param.unknown': 'No unit has the figure “{param}”: look at its name, or add it to the units.',
  'param.lacking':
    '{lacking:figure} of {units:figure} units lack the figure “{param}”, the first of them “{name}”: add it.',
  'condition.never': 'Whatever is entered, this condition holds for nobody: look at it again.',
  'condition.always':
    'Whatever is entered, this condition holds for everybody, and so asks for nothing: look at it again.',
  'fact.unreachable': 'The condition of these facts holds for nobody: no unit can have one.',
  'fact.class.best': '“{name}” is the best class: the limit forbids nothing.',
  'unit.headOf.guest':
    'The collective “{name}” does not compete and so has no class, which leaves its head without one.',
  'round.weightless': 'The weight of this round is 0: it counts for nothing in the whole.',
  'round.outside':
    'The round, {from:date} to {to:date}, is not within the campaign, {campaignFrom:date} to {campaignTo:date}.',
  'round.notBegun':
    'The round begins on {from:date}, after {asOf:date}, the day on which rounds are judged, and does not count.',
  'stage.weightless': 'Stage “{name}” scores criterion “{criterion}” first, but has no weight: give it one.',
  'stage.weightsUnused':
    'Only entries from stage “{name}” on count (“ranking.stage”), and no stage from there on has a weight, so that what is entered gives no points: give those stages a weight, or choose a lower stage.',
  'class.share.none': 'The share is too small for a place, however many units are ranked.',
  'reward.excludes.later': {
    any: 'What is excluded here excludes nothing: look at the order of the rewards.',
    self: 'This reward excludes itself, which does nothing: remove it.',
    later:
      'The reward “{name}” is not earlier in the list, so that excluding it does nothing: move “{name}” before this reward.',
  },
  'reward.requires.excluded':
    'What this reward requires cannot be had without “{name}”, which excludes it: nobody can get both.',
  'reward.quota.none': 'Nobody can be proposed for “{name}”, of which the quota is a share.',
  'class.unreachable': {
    any: 'No unit can get this class.',
    places: 'This class has no places.',
    conditions: 'No unit can reach the points that this class asks for.',
  },
  'class.shadowed':
    'Every unit that meets this class has the class “{name}” before it: change their order or conditions.',
  'reward.unreachable': {
    any: 'No unit can get this reward.',
    rank: 'The last rank considered is 0, but ranks begin at 1: correct it.',
    class: 'No unit can have a class that this reward asks for.',
    cluster: 'No cluster has units that this reward is for, or each is too small.',
    quota: 'The quota leaves no places.',
    total: 'No unit can reach the least total.',
    required: 'No unit can get “{reward}”, which this reward requires.',
  },
  'reward.quota.large': {
    any: 'There are {quota:figure} places for {units:figure} units.',
    cluster: 'There are {quota:figure} places for {units:figure} units of {name}: more than units.',
    campaign: 'There are {quota:figure} places for {units:figure} units of the whole campaign: more than units.',
  },
  'number.thousands': {
    any: 'The number is written “{written}”, which is {value:figure}: is {meant:figure} meant? Then write {meant}, without the point.',
    plan: 'The plan is written “{written}”, which is {value:figure}, while others of this criterion go up to {near:figure}: is {meant:figure} meant? Then write {meant}, without the point.',
    actual:
      'The actual value is written “{written}”, which is {value:figure}, while the plan is {near:figure}: is {meant:figure} meant? Then write {meant}, without the point.',
    total:
      'The points are written “{written}”, which is {value:figure}, while the parts come to {near:figure}: is {meant:figure} meant? Then write {meant}, without the point.',
  },

  'bundle.format': {
    any: 'This is no bundle “thidua-bundle/1”.',
    missing: 'The bundle lacks “{key}”.',
    unknown: 'The bundle has an unknown key “{key}”.',
  },
  'bundle.engine': 'The result was computed by another version of the engine.',
  'bundle.hash': 'The hash is not that of what it stands for.',
  'bundle.file': 'This is not what stood here when the bundle was made.',
  'bundle.file.wrong': 'The competition file in the bundle is wrong.',
  'bundle.result': 'This is not what is computed again from the file.',
};
