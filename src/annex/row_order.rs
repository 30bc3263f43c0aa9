//! The order of the timeline's rows.

use yew::prelude::*;

use crate::browser::HtmlSelectElement;
use crate::context::Shown;
use crate::view::{Action, LANE_ORDERS, lane_order, lane_order_name};
use crate::words;

/// The choice between the orders.
pub fn row_order(shown: &Shown) -> Html {
    let onchange = shown.act.reform(|event: Event| {
        let select = event.target_dyn_into::<HtmlSelectElement>();
        let name = select.map(|select| select.value()).unwrap_or_default();
        Action::LaneOrder(lane_order(&name))
    });
    let mut options = Vec::new();
    for order in LANE_ORDERS {
        let (name, selected) = (lane_order_name(order), order == shown.state.order);
        options
            .push(html! { <option value={name} {selected}>{ words::lane_order(order) }</option> });
    }
    html! { <label class="group">{ words::LANE_ORDER }<select name="order" {onchange}>{ options }</select></label> }
}
