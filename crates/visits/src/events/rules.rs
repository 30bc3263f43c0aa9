//! The rules by name, as reports and explanations give them.

/// Every rule with what it reads. The names are those of `Report::rule` and of [`crate::Explanation::rule`].
pub const RULES: &[(&str, &str)] = &[
    (
        "arrive-in",
        "NAME arrived in Rome; SEOUL -- NAME arrived on Monday",
    ),
    ("attend-event", "NAME attended the summit in Bali"),
    (
        "be-in",
        "NAME will be in Bali from May 1 to 3; NAME is due in Ottawa",
    ),
    ("call-on", "NAME called on NAME in Singapore"),
    ("depart-for", "NAME left for Tokyo"),
    ("head-to", "NAME heads to Paris"),
    ("hold-talks", "NAME held talks with NAME in Rome"),
    ("host-visitor", "NAME hosted NAME at the White House"),
    ("hosted-by", "NAME was received by NAME in Moscow"),
    ("invite", "NAME invited NAME to Ankara"),
    ("lead-delegation", "NAME led a delegation to Tripoli"),
    ("meet", "NAME met NAME in Osaka"),
    ("noun-arrival", "NAME's arrival in Rome"),
    ("noun-departure", "NAME's departure for Rome"),
    (
        "noun-participation",
        "NAME's participation in the summit in Rome",
    ),
    (
        "noun-stop",
        "a stop in Rome; with stops in Egypt and Jordan",
    ),
    (
        "noun-talks",
        "NAME's meeting with NAME in Rome; talks between NAME and NAME",
    ),
    ("noun-tour", "a tour of Spain and Italy"),
    ("noun-trip", "a trip to Rome"),
    (
        "noun-visit",
        "a state visit to Italy; the visit of NAME to Rome",
    ),
    ("return-to", "NAME, who is no Italian, returned to Rome"),
    (
        "sight",
        "NAME visited a school in Rome: a stop of a visit that is told elsewhere",
    ),
    ("stop-in", "NAME stopped in Rome"),
    ("take-to", "a tour that will take NAME to Rome"),
    ("talks-in", "NAME ended two days of talks in Rome"),
    (
        "talks-mention",
        "during their talks: more of talks that are told elsewhere",
    ),
    ("travel-to", "NAME travelled to Rome"),
    (
        "visit-mention",
        "during the visit: more of a visit that is told elsewhere",
    ),
    ("visit-place", "NAME visited Rome"),
];
