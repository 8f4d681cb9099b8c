-- A sum of amounts, each of which has room in decimal(14, 2), needs more room than they.
alter table mart.mart_hnb_cost alter column budget_net_gbp type decimal(18, 2);
alter table mart.mart_hnb_cost alter column outturn_net_gbp type decimal(18, 2);
alter table mart.mart_hnb_cost alter column variance_gbp type decimal(18, 2);
alter table mart.mart_hnb_cost alter column per_pupil_gbp type decimal(18, 2);
alter table mart.mart_hnb_cost alter column per_ehcp_gbp type decimal(18, 2);
alter table mart.mart_hnb_cost alter column per_place_gbp type decimal(18, 2);
alter table mart.mart_hnb_cost alter column baseline_net_gbp type decimal(18, 2);
alter table mart.mart_hnb_cost alter column saving_gbp type decimal(18, 2);
alter table mart.mart_hnb_cost alter column dsg_hnb_net_gbp type decimal(18, 2);
alter table mart.mart_hnb_cost alter column dsg_balance_cf_gbp type decimal(18, 2);
alter table mart.mart_hnb_cost alter column recoupment_gbp type decimal(18, 2);
alter table mart.mart_hnb_cost alter column comparator_per_pupil_gbp type decimal(18, 2);
