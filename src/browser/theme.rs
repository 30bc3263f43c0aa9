//! The reader's choice of light and dark. A preference, kept in storage where there is any, not in the URL.

/// The key in storage.
const KEY: &str = "dateline.theme";

/// Light, dark, or what the system says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// What the system says.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl Theme {
    /// Every theme, in the order of the menu.
    pub const ALL: [Self; 3] = [Self::System, Self::Light, Self::Dark];

    /// The word in storage, in addresses and in the `data-theme` attribute.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::System => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// The theme that was kept, `System` where nothing was or storage is blocked.
    #[must_use]
    pub fn kept() -> Self {
        let name = storage().and_then(|storage| storage.get_item(KEY).ok().flatten());
        name.and_then(|name| Self::from_name(&name))
            .unwrap_or_default()
    }

    /// The theme of a name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|theme| theme.name() == name)
    }

    /// Shows this theme.
    pub fn show(self) {
        let Some(root) = super::document().and_then(|document| document.document_element()) else {
            return;
        };
        // The name of the attribute is valid, so that neither call can fail.
        let _ = match self {
            Self::System => root.remove_attribute("data-theme"),
            Self::Light | Self::Dark => root.set_attribute("data-theme", self.name()),
        };
    }

    /// Keeps this theme for the next visit, where storage is not blocked.
    pub fn keep(self) {
        if let Some(storage) = storage() {
            let _ = storage.set_item(KEY, self.name());
        }
    }
}

/// Merely reading `localStorage` throws in a sandboxed frame.
fn storage() -> Option<web_sys::Storage> {
    super::window()?.local_storage().ok().flatten()
}
