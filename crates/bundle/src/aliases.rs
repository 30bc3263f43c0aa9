//! Names that mean the same in news about visits.

/// Countries, capitals and bodies with the other names that news uses for them, a group a line, the names of a group parted
/// by `=`. A name is left out where it means something else as often: "America", "Korea", "Macedonia".
const COMMON: &str = "\
Belarus=Byelorussia
Bosnia & Herzegovina=Bosnia and Herzegovina=Bosnia-Herzegovina=BiH
Cabo Verde=Cape Verde
China=PRC=People's Republic of China
Congo - Kinshasa=Democratic Republic of the Congo=DR Congo=DRC
Côte d'Ivoire=Ivory Coast
Czechia=Czech Republic
Eswatini=Swaziland
Iran=Islamic Republic of Iran
Kyrgyzstan=Kyrgyz Republic
Laos=Lao PDR=Lao People's Democratic Republic
Myanmar=Burma
Netherlands=Holland
North Korea=DPRK=Democratic People's Republic of Korea
North Macedonia=FYROM
Russia=Russian Federation
Saudi Arabia=KSA=Kingdom of Saudi Arabia
Slovakia=Slovak Republic
South Korea=ROK=Republic of Korea
Sri Lanka=Ceylon
Syria=Syrian Arab Republic
Timor-Leste=East Timor
Türkiye=Turkey
United Arab Emirates=UAE
United Kingdom=UK=Britain=Great Britain
United States=US=USA=United States of America
Vatican City=Holy See
Vietnam=Viet Nam
Beijing=Peking
Chennai=Madras
Chișinău=Kishinev
Guangzhou=Canton
Ho Chi Minh City=Saigon
Kharkiv=Kharkov
Kolkata=Calcutta
Kyiv=Kiev
Lviv=Lvov
Mumbai=Bombay
Nanjing=Nanking
Odesa=Odessa
Tianjin=Tientsin
Yangon=Rangoon
Asia-Pacific Economic Cooperation=APEC
Association of Southeast Asian Nations=ASEAN
African Union=AU
Belt and Road Initiative=BRI
Communist Party of China=CPC=Chinese Communist Party=CCP
European Union=EU
Group of Seven=G7
Group of Twenty=G20
International Atomic Energy Agency=IAEA
International Criminal Court=ICC
International Monetary Fund=IMF
North Atlantic Treaty Organization=NATO=North Atlantic Treaty Organisation
Organization of the Petroleum Exporting Countries=OPEC
People's Liberation Army=PLA
Shanghai Cooperation Organization=SCO=Shanghai Cooperation Organisation
United Nations=UN
United Nations Security Council=UNSC=UN Security Council
World Health Organization=WHO=World Health Organisation
World Trade Organization=WTO=World Trade Organisation
artificial intelligence=AI
gross domestic product=GDP";

/// The groups of names that every collection begins with.
#[must_use]
pub fn common_aliases() -> Vec<Vec<String>> {
    let group = |line: &str| line.split('=').map(str::to_owned).collect();
    COMMON.lines().map(group).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_name_stands_in_two_groups() {
        let groups = common_aliases();
        let mut names: Vec<&String> = groups.iter().flatten().collect();
        names.sort();
        let count = names.len();
        names.dedup();
        assert_eq!(names.len(), count);
        assert!(groups.iter().all(|group| group.len() > 1));
        assert!(
            names
                .iter()
                .all(|name| name.trim() == *name && !name.is_empty())
        );
    }
}
