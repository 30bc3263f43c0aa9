//! The words of the lexicon, by what they are. A word stands in one list only.

use super::lexicon::{Class, Part, Unit};

/// Months and their short forms.
pub(super) const MONTHS: &[(&str, Class)] = &[
    ("january", Class::Month(1)),
    ("jan", Class::Month(1)),
    ("february", Class::Month(2)),
    ("feb", Class::Month(2)),
    ("march", Class::Month(3)),
    ("mar", Class::Month(3)),
    ("april", Class::Month(4)),
    ("apr", Class::Month(4)),
    ("may", Class::Month(5)),
    ("june", Class::Month(6)),
    ("jun", Class::Month(6)),
    ("july", Class::Month(7)),
    ("jul", Class::Month(7)),
    ("august", Class::Month(8)),
    ("aug", Class::Month(8)),
    ("september", Class::Month(9)),
    ("sept", Class::Month(9)),
    ("sep", Class::Month(9)),
    ("october", Class::Month(10)),
    ("oct", Class::Month(10)),
    ("november", Class::Month(11)),
    ("nov", Class::Month(11)),
    ("december", Class::Month(12)),
    ("dec", Class::Month(12)),
];

/// Weekdays, their short forms and their plurals.
pub(super) const WEEKDAYS: &[(&str, Class)] = &[
    ("monday", Class::Weekday(0)),
    ("mon", Class::Weekday(0)),
    ("tuesday", Class::Weekday(1)),
    ("tues", Class::Weekday(1)),
    ("tue", Class::Weekday(1)),
    ("wednesday", Class::Weekday(2)),
    ("wed", Class::Weekday(2)),
    ("thursday", Class::Weekday(3)),
    ("thurs", Class::Weekday(3)),
    ("thur", Class::Weekday(3)),
    ("thu", Class::Weekday(3)),
    ("friday", Class::Weekday(4)),
    ("fri", Class::Weekday(4)),
    ("saturday", Class::Weekday(5)),
    ("sat", Class::Weekday(5)),
    ("sunday", Class::Weekday(6)),
    ("sun", Class::Weekday(6)),
    ("mondays", Class::Weekdays(0)),
    ("tuesdays", Class::Weekdays(1)),
    ("wednesdays", Class::Weekdays(2)),
    ("thursdays", Class::Weekdays(3)),
    ("fridays", Class::Weekdays(4)),
    ("saturdays", Class::Weekdays(5)),
    ("sundays", Class::Weekdays(6)),
];

/// Seasons.
pub(super) const SEASONS: &[(&str, Class)] = &[
    ("spring", Class::Season(21)),
    ("springtime", Class::Season(21)),
    ("summer", Class::Season(22)),
    ("summertime", Class::Season(22)),
    ("autumn", Class::Season(23)),
    ("fall", Class::Season(23)),
    ("winter", Class::Season(24)),
    ("wintertime", Class::Season(24)),
];

/// Units of time.
pub(super) const UNITS: &[(&str, Class)] = &[
    ("second", Class::Ordinal(2)),
    ("seconds", Class::Unit(Unit::Second)),
    ("minute", Class::Unit(Unit::Minute)),
    ("minutes", Class::Unit(Unit::Minute)),
    ("hour", Class::Unit(Unit::Hour)),
    ("hours", Class::Unit(Unit::Hour)),
    ("day", Class::Unit(Unit::Day)),
    ("days", Class::Unit(Unit::Day)),
    ("weekend", Class::Unit(Unit::Weekend)),
    ("weekends", Class::Unit(Unit::Weekend)),
    ("week", Class::Unit(Unit::Week)),
    ("weeks", Class::Unit(Unit::Week)),
    ("month", Class::Unit(Unit::Month)),
    ("months", Class::Unit(Unit::Month)),
    ("quarter", Class::Unit(Unit::Quarter)),
    ("quarters", Class::Unit(Unit::Quarter)),
    ("year", Class::Unit(Unit::Year)),
    ("years", Class::Unit(Unit::Year)),
    ("decade", Class::Unit(Unit::Decade)),
    ("decades", Class::Unit(Unit::Decade)),
    ("century", Class::Unit(Unit::Century)),
    ("centuries", Class::Unit(Unit::Century)),
    ("millennium", Class::Unit(Unit::Millennium)),
    ("millennia", Class::Unit(Unit::Millennium)),
];

/// Numbers, ordinals and decades in words.
pub(super) const NUMBERS: &[(&str, Class)] = &[
    ("one", Class::Cardinal(1)),
    ("two", Class::Cardinal(2)),
    ("three", Class::Cardinal(3)),
    ("four", Class::Cardinal(4)),
    ("five", Class::Cardinal(5)),
    ("six", Class::Cardinal(6)),
    ("seven", Class::Cardinal(7)),
    ("eight", Class::Cardinal(8)),
    ("nine", Class::Cardinal(9)),
    ("ten", Class::Cardinal(10)),
    ("eleven", Class::Cardinal(11)),
    ("twelve", Class::Cardinal(12)),
    ("thirteen", Class::Cardinal(13)),
    ("fourteen", Class::Cardinal(14)),
    ("fifteen", Class::Cardinal(15)),
    ("sixteen", Class::Cardinal(16)),
    ("seventeen", Class::Cardinal(17)),
    ("eighteen", Class::Cardinal(18)),
    ("nineteen", Class::Cardinal(19)),
    ("twenty", Class::Cardinal(20)),
    ("thirty", Class::Cardinal(30)),
    ("forty", Class::Cardinal(40)),
    ("fifty", Class::Cardinal(50)),
    ("sixty", Class::Cardinal(60)),
    ("seventy", Class::Cardinal(70)),
    ("eighty", Class::Cardinal(80)),
    ("ninety", Class::Cardinal(90)),
    ("hundred", Class::Cardinal(100)),
    ("thousand", Class::Cardinal(1000)),
    ("first", Class::Ordinal(1)),
    ("third", Class::Ordinal(3)),
    ("fourth", Class::Ordinal(4)),
    ("fifth", Class::Ordinal(5)),
    ("sixth", Class::Ordinal(6)),
    ("seventh", Class::Ordinal(7)),
    ("eighth", Class::Ordinal(8)),
    ("ninth", Class::Ordinal(9)),
    ("tenth", Class::Ordinal(10)),
    ("eleventh", Class::Ordinal(11)),
    ("twelfth", Class::Ordinal(12)),
    ("thirteenth", Class::Ordinal(13)),
    ("fourteenth", Class::Ordinal(14)),
    ("fifteenth", Class::Ordinal(15)),
    ("sixteenth", Class::Ordinal(16)),
    ("seventeenth", Class::Ordinal(17)),
    ("eighteenth", Class::Ordinal(18)),
    ("nineteenth", Class::Ordinal(19)),
    ("twentieth", Class::Ordinal(20)),
    ("thirtieth", Class::Ordinal(30)),
    ("twenties", Class::Decade(20)),
    ("thirties", Class::Decade(30)),
    ("forties", Class::Decade(40)),
    ("fifties", Class::Decade(50)),
    ("sixties", Class::Decade(60)),
    ("seventies", Class::Decade(70)),
    ("eighties", Class::Decade(80)),
    ("nineties", Class::Decade(90)),
];

/// Parts of the day.
pub(super) const PARTS: &[(&str, Class)] = &[
    ("morning", Class::Part(Part::Morning)),
    ("afternoon", Class::Part(Part::Afternoon)),
    ("evening", Class::Part(Part::Evening)),
    ("night", Class::Part(Part::Night)),
    ("mornings", Class::Parts(Part::Morning)),
    ("afternoons", Class::Parts(Part::Afternoon)),
    ("evenings", Class::Parts(Part::Evening)),
    ("nights", Class::Parts(Part::Night)),
];

/// Past forms that no ending shows, and auxiliaries of the past.
pub(super) const PAST: &str = "
    agreed became been began bought broke brought built came caught chose did drew drove fell felt flew fought gave got grew had
    has have heard held kept knew left lent lost made met paid ran rose said saw sent shot sold spent spoke stood struck
    swore taught thought threw told took understood was went were withdrew won wrote
";

/// Auxiliaries of the future, and verbs and adjectives of plans.
pub(super) const FUTURE: &str = "
    ahead begins convenes due expect expected expects expires forthcoming forward going hopes intend
    intends ll might must opens plan planned planning plans proposed reopens resumes scheduled shall
    slated starting starts upcoming will would
";

/// Words that are expressions by themselves.
pub(super) const ALONE: &str = "
    annually biweekly christmas current currently daily daylong easter fortnightly halloween hourly juneteenth lately midday
    midnight midweek midyear monthlong monthly nightly noon now nowadays presently recent recently someday soon thanksgiving today tomorrow
    tonight weeklong weekly yearlong yearly yesterday
";

/// Words that begin expressions.
pub(super) const LEAD: &str = "
    a about additional ages all almost an anzac approximately armistice around as ash at bastille beginning boxing
    bygone calendar circa close columbus coming couple dozens each early earlier earth end every extra few fewer
    final financial fiscal future fy good groundhog h half human hundreds international just labor last late later latter
    less little long many martin memorial mid middle midway more most nearly new next no not on opening outset over palm
    past per presidents q quite remembrance right roughly scores several slightly some sometime st start that the
    these this thousands under up valentine veterans well world
";

/// Other words that rules name.
pub(super) const PLAIN: &str = "
    able academic after afterward afterwards age ago aids am and announced annum are back bc bce be
    before begin beijing between billion bit black bloody boeing bst business by can cdt central
    cest cet changed clock col commencing comparable consecutive continued corresponding could cst
    cyber date deaths delayed delegates distant dollars dozen dr during eastern edt employees ended
    ending ensuing equivalent est et euros eve extended failed feet flat flight following fool fools
    for forced foreseeable fortnight fortnights from full further gen gmt gov handful helped hence
    holy homes houses immediate in into is jobs jr kilometers kilometres king km lasted latest least
    local lt luther m mail managed meet members men meters metres miles million mirror moscow moved
    mr mrs ms near number o of officers old older olds once only or other p pacific page part
    patrick pdt people percent period pm points police possible post postponed pounds pre preceding
    present previous previously prior prof protesters pst pt pushed refugees rep reported reporters
    rescheduled resolution rights room s saints same says school seats sen set sgt share shifted
    short similar since single so soldiers solid started straight students super take takes
    telegraph term than through throughout thru till time times to tonnes tons too trading troops
    twice until used utc very victims visit visitors votes when while whole within women workers
    working yen younger yuan
";
